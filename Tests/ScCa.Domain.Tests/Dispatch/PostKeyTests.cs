using ScCa.Domain.Dispatch;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Dispatch;

public sealed class PostKeyTests
{
    [Fact, Trait("rule", "D1")]
    public void D1_The_issued_key_is_posted_once() => Lives.Issued
        .When(Commands.Post())
        .Then(new KeyPosted(1, "SF1", Clerk, PostedAt))
        .When(Commands.Post("SF2"))
        .ThenRefused("D1", "NothingToPost");

    [Fact, Trait("rule", "D1"), Trait("rule", "C5")]
    public void D1_A_renewal_under_way_does_not_hold_the_first_key_back()
    {
        var posted = new KeyPosted(1, "SF1", Clerk, PostedAt);

        Lives.Issued.After(Commands.Renew()).When(Commands.Post()).Then(posted);
        Lives.Issued.After(Commands.Expire()).When(Commands.Post()).Then(posted);
    }

    [Theory, Trait("rule", "D1")]
    [InlineData("")]
    [InlineData(" \t\u3000")]
    public void D1_A_tracking_number_is_owed(string trackingNumber) => Lives.Issued
        .When(Commands.Post(trackingNumber))
        .ThenRefused("D1", "TrackingNumberMissing");

    [Fact, Trait("rule", "D1")]
    public void D1_Nothing_is_posted_where_nothing_was_promised_or_for_an_online_renewal()
    {
        Lives.NewOnlyIssued.When(Commands.Post("")).ThenRefused("D1", "NothingToPost");
        Lives.Renewed.When(Commands.Post()).ThenRefused("D1", "NothingToPost");
    }

    [Fact, Trait("rule", "D1"), Trait("rule", "A3")]
    public void A3_D1_A_promised_key_is_not_posted_before_its_issue()
    {
        Lives.ReadyToIssue.When(Commands.Post("")).ThenRefused("A3", "CertificateNotIssued");
        Lives.Rejected.When(Commands.Post()).ThenRefused("A3", "CertificateNotIssued");
        Lives.Nothing.When(Commands.Post("")).ThenRefused("A3", "CertificateUnknown");
    }
}
