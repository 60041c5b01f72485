using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>Every way through every operation, written down a second time from the rules and the guides: holder, stage, channel, intake, proofs, papers, posting.</summary>
public sealed class ShippedWaysTests
{
    private static readonly PolicyBook Book = PolicyLoader.LoadShipped();

    [Fact, Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "A8"), Trait("rule", "A9"), Trait("rule", "P5")]
    public void A5_A6_A8_A9_P5_The_social_insurance_platform_reviews_online_first_and_asks_for_stamp_or_person() => Offers("hrss", """
        eContractEnable unit inValidity: online by applicant, keySignature
        new unit beforeIssue: mail by applicant, stampedForm, application-papers, within 2
        new unit beforeIssue: online handler by applicant, stampedForm+corporateTransfer, application-form, within 2
        new unit beforeIssue: online legalRepresentative by applicant, realPerson+corporateTransfer, within 2
        new unit beforeIssue: window by applicant, onSite+stampedForm, application-papers
        renew unit expired: mail by applicant, stampedForm, application-papers
        renew unit expired: online handler by applicant, stampedForm+corporateTransfer, application-form
        renew unit expired: online legalRepresentative by applicant, realPerson+corporateTransfer
        renew unit expired: window by applicant, onSite+stampedForm, application-papers
        renew unit inValidity: online by applicant, keySignature
        revoke unit expired: window by staff, onSite
        revoke unit inValidity: window by staff, onSite
        unlock unit expired: online by applicant, keySignature
        unlock unit inValidity: online by applicant, keySignature
        """);

    [Fact, Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "P5"), Trait("rule", "S3"), Trait("rule", "S8")]
    public void A5_A6_P5_S3_S8_Government_procurement_serves_units_and_experts_online_and_at_windows() => Offers(
        "gov-procurement",
        """
        renew unit expired: online handler by applicant, corporateTransfer
        renew unit expired: online legalRepresentative by applicant, realPerson+corporateTransfer
        renew expert expired: online by applicant, corporateTransfer
        """,
        """
        change HOLDER inValidity: window by staff, onSite+keySignature, application-materials
        new HOLDER beforeIssue: online by applicant, corporateTransfer, application-materials, within 2
        new HOLDER beforeIssue: window by anyone, onSite, application-materials
        reissue HOLDER inValidity: window by staff, onSite, application-materials
        renew HOLDER expired: window by anyone, onSite+keySignature, application-materials
        renew HOLDER inValidity: online by applicant, keySignature
        renew HOLDER inValidity: window by anyone, onSite+keySignature, application-materials
        revoke HOLDER expired: window by staff, onSite, application-materials
        revoke HOLDER inValidity: window by staff, onSite, application-materials
        sealApply HOLDER inValidity: online by applicant, keySignature
        sealRenew HOLDER inValidity: online by applicant, keySignature, unreviewed
        sealRenew HOLDER inValidity: window by staff, onSite+keySignature, application-materials
        sealUpgrade HOLDER inValidity: online by applicant, keySignature, national-standard-seal-form, reviewed within 1
        unlock HOLDER expired: online by applicant, keySignature
        unlock HOLDER inValidity: online by applicant, keySignature
        """,
        "unit", "expert");

    [Fact, Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "C8"), Trait("rule", "S3")]
    public void A5_A6_C8_S3_Public_resource_trading_is_online_but_for_revocation() => Offers("public-resources", """
        change unit inValidity: online by applicant, keySignature
        new unit beforeIssue: online by applicant, corporateTransfer, within 2
        renew unit expired: online by applicant, keySignature+corporateTransfer
        renew unit inValidity: online by applicant, keySignature
        revoke unit expired: window by staff, onSite
        revoke unit inValidity: window by staff, onSite
        sealApply unit inValidity: online by applicant, keySignature
        sealRenew unit inValidity: online by applicant, keySignature, unreviewed
        sealUpgrade unit inValidity: online by applicant, keySignature, national-standard-seal-form, reviewed within 1
        unlock unit expired: online by applicant, keySignature
        unlock unit inValidity: online by applicant, keySignature
        """);

    [Fact, Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "D3"), Trait("rule", "S1")]
    public void A5_A6_D3_S1_Pharma_procurement_posts_on_fridays_also_what_was_made_at_a_window() => Offers("pharma-procurement", """
        change unit inValidity: window by staff, onSite+keySignature, application-form+unit-licence-copy+handler-id-copy
        new unit beforeIssue: online by applicant, corporateTransfer, application-form+unit-licence-copy+handler-id-copy, friday after thursday and role account
        new unit beforeIssue: window by anyone, onSite, application-form+unit-licence-copy+handler-id-copy, friday after thursday and role account
        reissue unit inValidity: window by staff, onSite, application-form+handler-id-copy
        renew unit expired: online by applicant, corporateTransfer
        renew unit expired: window by anyone, onSite+keySignature, application-form+unit-licence-copy+handler-id-copy
        renew unit inValidity: online by applicant, keySignature
        renew unit inValidity: window by anyone, onSite+keySignature, application-form+unit-licence-copy+handler-id-copy
        revoke unit expired: window by staff, onSite, application-form+handler-id-copy
        revoke unit inValidity: window by staff, onSite, application-form+handler-id-copy
        unlock unit expired: online by staff, nothing
        unlock unit inValidity: online by staff, nothing
        """);

    [Fact, Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "S1")]
    public void A5_A6_S1_The_rural_exchange_asks_an_individual_for_his_units_papers_too()
    {
        Assert.Equal(Rural("unit", "unit-form", "+"), Lines("rural-property", "unit"));
        Assert.Equal(Rural("individual", "individual-form", "+holder-id-copy+"), Lines("rural-property", "individual"));

        static IEnumerable<string> Rural(string holder, string form, string own) => Sorted($"""
            change {holder} inValidity: window by staff, onSite+keySignature, {form}+business-licence-copy{own}handler-id-copy
            new {holder} beforeIssue: online by applicant, corporateTransfer, {form}+business-licence-copy{own}handler-id-copy, within 2
            new {holder} beforeIssue: window by anyone, onSite, {form}+business-licence-copy{own}handler-id-copy
            reissue {holder} inValidity: window by staff, onSite, {form}+handler-id-copy
            renew {holder} expired: online by applicant, corporateTransfer, {form}+business-licence-copy{own}handler-id-copy
            renew {holder} expired: window by anyone, onSite+keySignature, {form}+business-licence-copy{own}handler-id-copy
            renew {holder} inValidity: online by applicant, keySignature, {form}+business-licence-copy{own}handler-id-copy
            renew {holder} inValidity: window by anyone, onSite+keySignature, {form}+business-licence-copy{own}handler-id-copy
            revoke {holder} expired: window by staff, onSite, {form}+handler-id-copy
            revoke {holder} inValidity: window by staff, onSite, {form}+handler-id-copy
            unlock {holder} expired: window by staff, onSite, {form}+handler-id-copy
            unlock {holder} inValidity: window by staff, onSite, {form}+handler-id-copy
            """);
    }

    [Fact, Trait("rule", "P4")]
    public void P4_A_seal_is_renewed_by_scan_and_only_that_needs_no_reviewer()
    {
        var ways = from policy in Book.Policies from service in policy.Services from way in service.Ways select (service.Operation, Way: way);

        Assert.All(ways, at => Assert.Equal(at is not { Operation: Operation.SealRenew, Way.Channel: Channel.Online }, at.Way.Reviewed));
        Assert.All(ways.Where(at => !at.Way.Reviewed), at => Assert.Equal([PaymentMeans.WeChat], at.Way.Payment));
    }

    // Where a price is published as nothing there is nothing to pay; where none is, an operator can set one.
    [Fact, Trait("rule", "P2"), Trait("rule", "P6")]
    public void P2_P6_What_may_be_charged_one_day_can_be_paid_and_what_is_free_cannot() => Assert.All(
        from policy in Book.Policies from service in policy.Services from way in service.Ways select (policy, service, way),
        at =>
        {
            var free = at.policy.Tariff(at.service.Holder).PerOperation.Any(p => p.Operation == at.service.Operation && p.Price == Money.Zero);
            Assert.Equal(free, at.way.Payment.IsEmpty);
        });

    private static void Offers(string platform, string ways) => Assert.Equal(Sorted(ways), Lines(platform));

    private static void Offers(string platform, string ways, string waysOfEach, params string[] holders) => Assert.Equal(
        Sorted(string.Join('\n', [ways, .. holders.Select(h => waysOfEach.Replace("HOLDER", h, StringComparison.Ordinal))])), Lines(platform));

    private static IEnumerable<string> Sorted(string ways) => ways.Split('\n').Where(l => l.Length > 0).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string platform, string? holder = null) =>
        (from service in Book.Policies.Last(p => p.Id.Value == platform).Services
         where holder is null || PolicyWord.Of(service.Holder) == holder
         from way in service.Ways
         select Line(service, way)).Order(StringComparer.Ordinal);

    private static string Line(ServicePolicy service, WayPolicy way)
    {
        var handledBy = way.HandledBy is { } by ? $" {PolicyWord.Of(by)}" : "";
        string?[] parts =
        [
            $"{PolicyWord.Of(service.Operation)} {PolicyWord.Of(service.Holder)} {PolicyWord.Of(service.Stage)}: {PolicyWord.Of(way.Channel)}{handledBy} by {PolicyWord.Of(way.Intake)}",
            way.Verification.IsEmpty ? "nothing" : string.Join('+', way.Verification.Select(PolicyWord.Of)),
            way.Materials.IsEmpty ? null : string.Join('+', way.Materials.Select(m => m.Value)),
            way.Reviewed ? null : "unreviewed",
            way.ReviewedWithinWorkingDays is { } review ? $"reviewed within {review}" : null,
            way.Dispatch is { WithinWorkingDays: { } days } ? $"within {days}" : null,
            way.Dispatch is { Weekly: { } weekly }
                ? $"{PolicyWord.Of(weekly.Day)} after {PolicyWord.Of(weekly.CutOff)}{(weekly.AwaitsRoleAccount ? " and role account" : "")}"
                : null,
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }
}
