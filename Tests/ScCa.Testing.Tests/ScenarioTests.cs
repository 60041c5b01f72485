using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class ScenarioTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 5, 2, 0);
    private static readonly CommandId Id = new("command-1");
    private static readonly Scenario<Light> Light = new(new PolicyBook([], new WorkingCalendar([])));

    [Fact]
    public void Events_are_compared_by_what_is_in_them_and_the_story_goes_on() => Light
        .When(new SwitchOn(Id, At)).Then(new SwitchedOn(["steady", "white"], At))
        .When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOn", ("since", "today"))
        .When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOn");

    [Fact]
    public void The_state_that_events_lead_to_can_be_looked_at() => Light.When(new SwitchOn(Id, At)).ThenState(state => Assert.True(state.IsOn));

    [Fact]
    public void Other_events_than_expected_are_shown_line_by_line() => Fails(
        () => Light.When(new SwitchOn(Id, At)).Then(new SwitchedOn(["steady", "red"], At)), "SwitchOn came to other events", "-     \"red\"\n+     \"white\"");

    [Fact]
    public void An_event_too_few_is_a_difference() =>
        Fails(() => Light.When(new SwitchOn(Id, At)).Then(), "SwitchOn came to other events", "+ SwitchedOn");

    [Fact]
    public void A_refusal_where_events_are_expected_fails() =>
        Fails(() => On().When(new SwitchOn(Id, At)).Then(new SwitchedOn([], At)), "SwitchOn was refused", "LightIsOn", "1. SwitchedOn");

    [Fact]
    public void Another_rule_another_code_or_another_fact_fails()
    {
        Fails(() => On().When(new SwitchOn(Id, At)).ThenRefused("L2", "LightIsOn"), "L2 LightIsOn", "L1");
        Fails(() => On().When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOff"), "L1 LightIsOff");
        Fails(() => On().When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOn", ("since", "yesterday")), "its fact since should read \"yesterday\"");
        Fails(() => On().When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOn", ("until", "now")), "its fact until");
    }

    [Fact]
    public void Accepted_where_a_refusal_is_expected_fails() =>
        Fails(() => Light.When(new SwitchOn(Id, At)).ThenRefused("L1", "LightIsOn"), "should have been refused", "SwitchedOn");

    [Fact]
    public void A_decision_that_is_not_pure_fails() => Fails(() => Light.When(new Whim(Id, At)), "it is not pure", "mode 1", "mode 2");

    [Fact]
    public void Accepted_events_that_do_not_fold_fail() => Fails(() => Light.When(new SwitchOnTwice(Id, At)), "Event 2 does not fold");

    [Fact]
    public void A_history_that_does_not_fold_fails() =>
        Fails(() => On().Given(new SwitchedOn([], At)), "Event 2 does not fold", "SwitchedOn cannot follow in the state Light");

    [Fact]
    public void Accepting_without_an_event_fails() => Fails(() => Light.When(new Nod(Id, At)), "without any event");

    private static Scenario<Light> On() => Light.Given(new SwitchedOn([], At));

    private static void Fails(Action story, params string[] said)
    {
        var message = Assert.Throws<TestFailedException>(story).Message;
        Assert.All(said, s => Assert.Contains(s, message, StringComparison.Ordinal));
    }
}
