"""A script for the workshop's copy of First Watch: sound, quiet, with every field and sort of line in it."""

from __future__ import annotations

SCRIPT = "script.yaml"
MANUSCRIPT = """\
format: 1
title: A night and a day
summary: Six injects for four teams.
minutes: 90
rounds: 6
draw: mix
injects:
  - id: "01"
    title: The order
    message: EXERCISE. Say who collects what.
    type: inject
    from: Director
    by: Controller A
    method: phone
    grade: A1
    to: all
    minute: 3
    story: Day 1, 08:00 UTC
    due: {round: 1}
    expires: {round: 4, minutes: 50}
    expected: They agree.
    tasks: [intelligence-exchange.1, operation-coordination.1]
    notes: Read it aloud.
  - id: 02a
    title: A question
    message: EXERCISE. Who asks?
    from: Provider
    to: [TJK, KGZ]
    due:
      round: 2
      minutes: 10
      when:
        - {fact: threat, at_least: 1, at_most: 6}
        - {fact: quiet-rounds, at_least: 2}
    branches:
      - {id: joint, label: One request}
      - {id: apart, label: Two requests}
    expected: They send one request.
    tasks: [technology-complement.1]
    effects:
      - {kind: actions, amount: -1}
  - id: 02b
    title: One answer
    message: EXERCISE. Here it is.
    from: Provider
    to: KGZ
    due: {after: 02a, branch: joint, minutes: 5}
    expected: They share it.
    tasks: [intelligence-exchange.1]
    effects:
      - {kind: lead}
  - id: 02c
    title: No answer
    message: EXERCISE. Both are returned.
    from: Provider
    to: all
    due: {after: 02a, branch: apart}
    expected: They agree on a form.
    tasks: [intelligence-exchange.2]
    effects:
      - {kind: track, track: trust, amount: -1}
      - {kind: actions, amount: 1, who: chair}
  - id: "03"
    title: A caller
    message: EXERCISE. A caller knows it all.
    from: Hotline
    to: [UZB]
    due: {round: 3}
    expected: They grade it.
    tasks: [operation-coordination.3]
    resolution: They call back and he knows no habit.
  - id: "04"
    title: A storm
    message: EXERCISE. No flight tomorrow.
    from: Weather service
    to: all
    due: {after: "03", minutes: 12}
    expected: They move teams.
    tasks: [operation-coordination.2]
  - id: "05"
    title: The last hour
    message: EXERCISE. Say the hour.
    from: Director
    to: all
    expected: They say it.
    tasks: [operation-coordination.1]
  - id: E1
    type: expected-action
    title: A name
    minute: 50
    expected: Somebody is named.
  - id: N1
    type: information
    title: Reserve the room
  - id: H1
    type: contingency
    title: Help
    message: EXERCISE. A friend calls.
    from: Friend
    to: [KAZ]
    help: help
    use_when: They are stuck.
    expected: They ask him.
    tasks: [intelligence-exchange.2]
  - id: P1
    type: contingency
    title: Pressure
    message: EXERCISE. The press calls.
    from: Press office
    to: all
    help: pressure
    use_when: It is too easy.
    expected: They answer.
    tasks: [operation-coordination.3]
  - id: R1
    type: contingency
    title: Redirect
    message: EXERCISE. To the point, please.
    from: Director
    to: all
    help: redirect
    use_when: They are off track.
    expected: They return.
    tasks: [intelligence-exchange.2]
"""
