using NodaTime;
using ScCa.Domain.Help;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Domain.Tests.Help;

public sealed class DiagnosisTests
{
    private const string KeyNotFound = "key-not-found-or-application-open";
    private const string Expired = "gov-certificate-expired";
    private static readonly LocalDate Today = new(2026, 6, 1);
    private static readonly LocalDate Tomorrow = Today.PlusDays(1);
    private static readonly LocalDate Yesterday = Today.PlusDays(-1);
    private static readonly LocalDate Later = Today.PlusDays(200);

    [Fact]
    public void Nothing_known_leaves_every_cause_possible_in_its_order()
    {
        foreach (var entry in KnownMessages.Catalogue.Entries)
        {
            var diagnosis = Diagnosis.Of(entry, CertificateFacts.Unknown, null);

            Assert.Equal(entry.Causes, diagnosis.Causes.Select(c => c.Cause));
            Assert.DoesNotContain(diagnosis.Causes, c => c.IsEstablished);
        }
    }

    [Fact, Trait("rule", "A2")]
    public void An_open_application_is_why_the_hall_takes_no_other_A2() =>
        Assert.Equal(["application-open!", "key-not-read"], Causes(KeyNotFound, Facts(Later, open: true, underThisPhone: true)));

    [Fact, Trait("rule", "A1")]
    public void An_application_under_another_phone_is_seen_there_A1() =>
        Assert.Equal(["another-phone!", "key-not-read"], Causes(KeyNotFound, Facts(Later, open: true, underThisPhone: false)));

    [Fact, Trait("rule", "A1")]
    public void Where_the_phone_is_not_known_another_one_stays_possible_A1() =>
        Assert.Equal(["application-open!", "another-phone", "key-not-read"], Causes(KeyNotFound, Facts(Later, open: true)));

    [Fact]
    public void Without_an_open_application_the_key_was_not_read() => Assert.Equal(["key-not-read"], Causes(KeyNotFound, Facts(Later)));

    [Fact]
    public void A_valid_certificate_means_that_the_expired_one_is_in_another_container() =>
        Assert.Equal(["expired-in-another-container!"], Causes(Expired, Facts(Later)));

    [Theory, Trait("rule", "C2")]
    [InlineData(0, "expired-in-another-container!")]
    [InlineData(1, "certificate-expired!")]
    public void The_whole_last_day_is_valid_C2(int daysAfter, string first) =>
        Assert.Equal(first, Causes(Expired, Facts(Today.PlusDays(-daysAfter)))[0]);

    [Fact]
    public void An_expired_certificate_may_not_be_the_only_one() =>
        Assert.Equal(["certificate-expired!", "expired-in-another-container"], Causes(Expired, Facts(Yesterday)));

    [Fact, Trait("rule", "C5")]
    public void A_granted_renewal_is_written_before_anything_else_C5() =>
        Assert.Equal(["renewal-not-written!", "certificate-expired!", "expired-in-another-container"], Causes(Expired, Facts(Yesterday, granted: Later)));

    [Fact, Trait("rule", "C5")]
    public void A_grant_that_can_bring_nothing_any_more_is_none_C5() =>
        Assert.Equal(["certificate-expired!", "expired-in-another-container"], Causes(Expired, Facts(Yesterday, granted: Yesterday)));

    [Fact]
    public void Not_yet_issued_no_certificate_has_expired() => Assert.Equal(["expired-in-another-container"], Causes(Expired, Facts(null)));

    [Theory, Trait("rule", "C3")]
    [InlineData(61, "seal-not-upgraded")]
    [InlineData(60, "renew-before-upgrade!", "seal-not-upgraded")]
    [InlineData(-1, "renew-before-upgrade!", "seal-not-upgraded")]
    public void From_sixty_days_before_its_end_a_certificate_is_renewed_first_C3(int daysLeft, params string[] causes) =>
        Assert.Equal(causes, Causes("gov-seal-not-upgraded", Facts(Today.PlusDays(daysLeft))));

    [Theory]
    [InlineData("hrss", "unlock-in-assistant")]
    [InlineData("pharma-procurement", "unlock-by-service")]
    [InlineData("rural-property", "unlock-at-window")]
    public void A_key_is_unlocked_as_its_platform_does(string platform, string cause)
    {
        var home = CertificateFacts.Unknown with { Platform = new PlatformId(platform) };

        Assert.Equal([cause], Causes("pin-locked", home));
        Assert.Equal([cause], Causes("pin-locked", CertificateFacts.Unknown, platform));
        // Where the message was met counts more than where the certificate is at home.
        Assert.Equal(["unlock-by-service"], Causes("pin-locked", home, "pharma-procurement"));
    }

    [Fact]
    public void What_the_state_excludes_altogether_has_no_cause_left()
    {
        var entry = Entry(Expired);
        var onlyExpired = entry with { Causes = [.. entry.Causes.Where(c => c.Check == CauseCheck.CertificateExpired)] };

        Assert.Empty(Diagnosis.Of(onlyExpired, Facts(Tomorrow), null).Causes);
    }

    [Fact]
    public void Every_check_that_has_a_name_is_asked_for_by_a_cause() => Assert.Equal(
        Enum.GetValues<CauseCheck>().Order(), KnownMessages.Catalogue.Entries.SelectMany(e => e.Causes).Select(c => c.Check).OfType<CauseCheck>().Distinct().Order());

    private static CertificateFacts Facts(LocalDate? notAfter, LocalDate? granted = null, bool open = false, bool? underThisPhone = null) =>
        CertificateFacts.On(Today, new PlatformId("gov-procurement"), notAfter, granted, open, underThisPhone);

    // An established cause wears an exclamation mark.
    private static string[] Causes(string entry, CertificateFacts facts, string? platform = null) =>
    [
        .. Diagnosis.Of(Entry(entry), facts, platform is null ? null : new PlatformId(platform)).Causes.Select(c => c.Cause.Id + (c.IsEstablished ? "!" : "")),
    ];

    private static HelpEntry Entry(string id) => KnownMessages.Catalogue.Entries.Single(e => e.Id == id);

    [Theory]
    [InlineData(CauseCheck.TokenMissing, true, true)]
    [InlineData(CauseCheck.TokenMissing, false, false)]
    [InlineData(CauseCheck.PinLocked, true, null)]
    public void What_was_looked_at_proves_or_excludes_its_own_cause_and_no_other(CauseCheck told, bool holds, bool? isEstablished)
    {
        var cause = new HelpCause("plugged", CauseCheck.TokenMissing, null, new("因", "Cause"), new("法", "Remedy"), "desk");
        var entry = new HelpEntry("entry", ["错误"], null, new("题", "Title"), [cause]);

        var diagnosis = Diagnosis.Of(entry, CertificateFacts.Unknown, null, new Dictionary<CauseCheck, bool> { [told] = holds });

        Assert.Equal(holds || isEstablished is null ? [isEstablished is true] : [], diagnosis.Causes.Select(c => c.IsEstablished));
    }

    [Fact]
    public void What_the_state_answers_nobodys_word_changes_even_where_it_is_not_known()
    {
        var cause = new HelpCause("expired", CauseCheck.CertificateExpired, null, new("因", "Cause"), new("法", "Remedy"), "desk");
        var entry = new HelpEntry("entry", ["错误"], null, new("题", "Title"), [cause]);
        var told = new Dictionary<CauseCheck, bool> { [CauseCheck.CertificateExpired] = true };

        Assert.False(Assert.Single(Diagnosis.Of(entry, CertificateFacts.Unknown, null, told).Causes).IsEstablished);
        Assert.Empty(Diagnosis.Of(entry, CertificateFacts.Unknown with { Validity = CertificateValidity.Valid }, null, told).Causes);
    }

    [Theory]
    [InlineData(CauseCheck.CertificateExpired, true)]
    [InlineData(CauseCheck.ExpiredInAnotherContainer, true)]
    [InlineData(CauseCheck.ApplicationOpen, true)]
    [InlineData(CauseCheck.ApplicationUnderAnotherPhone, true)]
    [InlineData(CauseCheck.GrantWaiting, true)]
    [InlineData(CauseCheck.RenewalOpen, true)]
    [InlineData(CauseCheck.SealExpired, false)]
    [InlineData(CauseCheck.BrowserUnsupported, false)]
    public void Six_checks_are_answered_by_the_state(CauseCheck check, bool isAnswered) => Assert.Equal(isAnswered, Diagnosis.IsAnsweredByState(check));
}
