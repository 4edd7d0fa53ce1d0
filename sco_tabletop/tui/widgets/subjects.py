"""What the thing under the cursor of a pane of the room is, for help: its name, what to know, its rules."""

from __future__ import annotations

from ...core.commands import Command
from ...core.explain import explain as explain_figure
from ...core.explaining import Figure
from ...core.legal import rule_of
from ...i18n import _
from ...wording import words
from ...wording.commands import action_kind_name, command_text
from ...wording.explaining import full_texts
from ...wording.goals import goal_rule, hour_text, round_text
from ..keys import KIND_OF
from ..look import Look
from ..topics import Topic, rules_in
from . import actions
from .figures import asked, events
from .targets import Target, explain, explain_kind, targets, weigh


def subject(look: Look, pane: str, key: object, text: str) -> Topic:
    """The row under the cursor, whose text is given; the pane itself if the row says nothing more."""
    match key:
        case ("figure", _figure):
            return of_figures(look, asked(look, pane, key))
        case ("goal",) | ("round",) | ("hour",):
            said = sentence(look, key)
            title = {"round": _("The round"), "hour": _("H-hour")}.get(key[0], text)
            return Topic(title, (said,), rules_in(said))
        case ("kind", str(name)):
            return of_kind(look, KIND_OF[name])
        case Command():
            return of_target(look, weigh(look.view, key))  # type: ignore[arg-type]
        case ("persona", int(persona)) if (entry := look.view.public.index.get(persona)) is not None:
            name = f"{look.alias(persona)}, {words.function_name(entry.function)}"
            return Topic(name, (of_pane(pane).texts[0],), of_pane(pane).rules)
        case actions.CALM:
            return Topic(text, (), ("R4.1", "R4.2"))
        case ("team" | "commit" | "commit all", *_rest):
            return Topic(text, (), ("R4.6",))
        case _ if pane == "file" and key is not None:
            return of_figures(look, (key,))  # type: ignore[arg-type]
        case _:
            return of_pane(pane)


def sentence(look: Look, key: object) -> str:
    """What a row without a number means, with its rule; empty for every other."""
    match key:
        case ("goal",):
            return goal_rule(look.view.scenario)
        case ("round",):
            return round_text(look.view)
        case ("hour",):
            return hour_text(look.view)
        case _:
            return ""


def of_figures(look: Look, figures: tuple[Figure, ...]) -> Topic:
    """A number in its parts, and the rules of what hangs on it."""
    explained = [explain_figure(look.view, figure, events(look)) for figure in figures]
    title, *texts = full_texts(look.view, figures[0], explained[0])
    rules = (rule for explanation in explained for rule in rules_in(explanation.rule))
    return Topic(title, tuple(texts), tuple(dict.fromkeys(rules)))


def of_kind(look: Look, kind: type[Command]) -> Topic:
    """A kind of decision: the odds or the reason against it."""
    found = targets(look, kind)
    if not found:
        return Topic(action_kind_name(kind))
    text, _refused = explain_kind(look, found)
    return Topic(action_kind_name(kind), (text,), both(found[0], text))


def of_target(look: Look, target: Target) -> Topic:
    """One decision."""
    text, _refused = explain(look, target)
    return Topic(command_text(look.view, target.command), (text,), both(target, text))


def both(target: Target, text: str) -> tuple[str, ...]:
    """The rule of the decision, then what its sentence names besides."""
    return tuple(dict.fromkeys((rule_of(target.command), *rules_in(text))))


def of_pane(pane: str) -> Topic:
    """A pane as such."""
    match pane:
        case "map":
            text = _("The states and their neighbours. Arrow keys or a click put the eye on another state.")
            return Topic(_("Map"), (text,), ("R3.5", "R2.1"))
        case "tracks":
            text = _("The figures that end the exercise or make it harder, each with its last change.")
            return Topic(_("Tracks"), (text,), ("R1.4",))
        case "board":
            text = _("One row for each persona on the Index. Enter opens its file.")
            return Topic(_("Case board"), (text,), ("R3.4",))
        case "file":
            text = _("What your state knows of this persona. Left and Right go to another one.")
            return Topic(_("File"), (text,), ("R3.2", "R3.10"))
        case "graph":
            text = _("Who is linked with whom, as far as your state has traced it.")
            return Topic(_("Links"), (text,), ("R5.4", "R2.5"))
        case "levels":
            text = _("Which state has which discipline, and how well.")
            return Topic(_("Levels"), (text,), ("R2.2", "R5.7"))
        case "round":
            text = _("Where the round stands, what is new since your last turn, and who has acted.")
            return Topic(_("The round"), (text,), ("R4.3", "R4.4"))
        case "journal":
            text = _(
                "What your state was told, turn by turn. Enter opens or closes a turn; F5 searches. "
                "▸ before a line: it is about the persona chosen on the board."
            )
            return Topic(_("Journal"), (text,), ("R3.6",))
        case _:
            text = _("What your state can do now. What is not possible stands there with its reason.")
            return Topic(_("Actions"), (text,), ("R4.3", "R4.4"))
