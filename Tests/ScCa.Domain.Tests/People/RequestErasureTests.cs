using ScCa.Domain.People;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.People;

public sealed class RequestErasureTests
{
    [Fact, Trait("rule", "A10")]
    public void A10_A_request_stops_all_processing_but_storage_long_before_erasure_is_permitted() => Lives.Kept
        .When(Commands.RequestErasure(at: AppliedAt)).Then(new ErasureRequested(TheSubject, Admin1, "asked in writing", AppliedAt))
        .When(Commands.OrderErasure(at: NotYetErasableAt)).ThenRefused("A10", "ErasureNotYetPermitted");

    [Fact, Trait("rule", "A10")]
    public void A10_Asked_for_twice_it_is_one_request() => Lives.Stopped.When(Commands.RequestErasure()).ThenRefused("A10", "ErasureAlreadyRequested");

    [Fact, Trait("rule", "A10")]
    public void A10_Also_what_is_held_may_be_stopped() => Lives.Held
        .When(Commands.RequestErasure()).ThenState(state => Assert.Equal(new KeptSubject("court order 12", IsStopped: true), state));

    [Fact, Trait("rule", "A10")]
    public void A10_A_request_is_recorded_with_its_reason() => Lives.Kept.When(Commands.RequestErasure("")).ThenRefused("A3", "ReasonMissing");
}
