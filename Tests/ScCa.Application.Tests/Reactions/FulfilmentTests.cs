using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Policies;
using ScCa.Application.Privacy;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Reactions;

public sealed class FulfilmentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C7")]
    public async Task A_reissue_revokes_the_old_key_before_it_writes_the_new_one_and_notAfter_stays()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        var before = await system.Held(certificate);

        await system.Reissued(certificate, 3);

        var names = await system.EventNames(certificate);
        Assert.Equal(["IssuanceIntended", "EncryptionIntended", "GenerationRevoked", "EncryptionIssued", "GenerationIssued", "SealMade", "InvoicePromised"], names[^7..]);
        var after = Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Assert.Equal((2, before.NotAfter, RevocationReason.KeyCompromise), (after.CurrentGeneration, after.NotAfter, after.Generations[0].Revocation?.Reason));
        Assert.Equal((2, before.NotAfter), (Assert.Single(after.StandingSeals).Generation, Assert.Single(after.StandingSeals).NotAfter));
        var onKey = await system.Demo.CertificateOnKey(certificate, Cancellation);
        Assert.Equal(after.Current.Certificate.Clear!.Bytes.ToArray(), onKey!.Value.ToArray());
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("已签发，有效期至 2027-01-05", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "C6")]
    public async Task A_change_is_granted_pulled_and_only_then_names_the_holder_anew()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        await system.ChangeGranted(certificate, 3);
        Assert.Equal(HolderName, (await system.Held(certificate)).Holder.Unit!.Name.Value);
        Assert.Equal(HolderName, Value(await system.Hall.Card(certificate, TestSystem.Phone, Cancellation)).HolderName);

        await system.Pulled(certificate);

        var changed = await system.Held(certificate);
        Assert.Equal((TestLives.NewName, 2, RevocationReason.Superseded), (changed.Holder.Unit!.Name.Value, changed.CurrentGeneration, changed.Generations[0].Revocation?.Reason));
        Assert.Equal(["GenerationRevoked", "UpdateCompleted", "SealMade"], (await system.EventNames(certificate))[^3..]);
        Assert.Equal(TestLives.NewName, Value(await system.Hall.Card(certificate, TestSystem.Phone, Cancellation)).HolderName);
    }

    [Fact, Trait("rule", "P1")]
    public async Task Once_changed_the_certificate_is_paid_for_under_its_new_name()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await system.ChangeGranted(certificate, 2);
        await system.Pulled(certificate);
        system.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await system.Renew(certificate));
        await system.Approve(certificate, 3);

        await system.Transfer(200);
        Assert.Equal(ApplicationStep.AwaitingPayment, (await system.State(certificate)).Open!.Step);
        await system.Transfer(200, TestLives.NewName);

        Assert.NotNull(Assert.IsType<IssuedCertificate>(await system.State(certificate)).Grant);
    }

    [Fact, Trait("rule", "C11")]
    public async Task An_unlock_is_granted_at_once_when_it_is_approved()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        Value(await system.Operate(certificate, "Unlock"));
        await system.Approve(certificate, 2);

        Assert.NotNull(Assert.IsType<IssuedCertificate>(await system.State(certificate)).UnlockGrant);
        Assert.True(Value(await system.Hall.Card(certificate, TestSystem.Phone, Cancellation)).IsUnlockGranted);
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("解锁权限已开通", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "A9")]
    public async Task Contracts_are_enabled_at_once_when_it_is_approved()
    {
        await using var system = Create();
        var certificate = await IssuedOnHrss(system);
        Value(await system.Operate(certificate, "EContractEnable"));
        await system.Approve(certificate, 2);

        Assert.True(Assert.IsType<IssuedCertificate>(await system.State(certificate)).IsEContractEnabled);
        Assert.True(Value(await system.Hall.Card(certificate, TestSystem.Phone, Cancellation)).IsEContractEnabled);
        Assert.Equal(["EContractApplied", "IdentityVerified", "ApplicationApproved", "EContractEnabled"], (await system.EventNames(certificate))[^4..]);
    }

    [Fact, Trait("rule", "P2")]
    public async Task Where_nothing_is_charged_any_transfer_in_the_holders_name_verifies_and_is_refundable()
    {
        await using var system = Create();
        var certificate = await IssuedOnHrss(system);

        var counted = (await system.Get<Application.Execution.CommandExecutor>().Events<Certificate>(certificate, Cancellation))
            .Select(e => e.Body).OfType<TransferCounted>().Single();
        Assert.Equal(("0.00", "1.00"), (counted.Missing.Value, counted.Excess.Value));
        Assert.DoesNotContain("InvoicePromised", await system.EventNames(certificate));
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("转账任意金额完成验证", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "P8")]
    public async Task A_seal_renewal_that_costs_nothing_completes_without_a_person_a_payment_or_an_invoice()
    {
        await using var system = Create(services => services.AddSingleton(With(policy => policy with
        {
            Tariffs = [.. policy.Tariffs.Select(t => t with { Seal = null })],
        })));
        var certificate = await system.Issued();
        Value(await system.Operate(certificate, "SealApply", change: f => f with { SealPictures = [DigestOf("picture").Value] }));
        await system.Approve(certificate, 2);
        await system.Renewed(certificate, 3);

        Value(await system.Operate(certificate, "SealRenew"));
        await system.Work();

        Assert.Equal(["SealRenewalApplied", "IdentityVerified", "SealMade", "SealsFulfilled"], (await system.EventNames(certificate))[^4..]);
        Assert.Equal(new LocalDate(2028, 1, 5), Assert.Single(Assert.IsType<IssuedCertificate>(await system.State(certificate)).StandingSeals).NotAfter);
        RefusedWith("S5", "SealsLastAsLongAsTheCertificate", await system.Operate(certificate, "SealRenew", change: f => f with { CommandId = "again" }));
    }

    [Fact, Trait("rule", "S3")]
    public async Task A_legacy_seal_becomes_one_of_the_national_standard_once_its_form_is_in_order()
    {
        var legacy = With(policy => policy with { Seals = policy.Seals with { Format = SealFormat.GmT0031V2014 } });
        var later = legacy.Policies.Single(p => p.Id.Value == "gov-procurement" && p.Version == 2);
        await using var system = Create(services => services.AddSingleton(new PolicyBook(
            [
                .. legacy.Policies,
                later with { Version = 3, EffectiveFrom = new LocalDate(2026, 2, 1), Seals = later.Seals with { Format = SealFormat.GbT38540V2020 } },
            ],
            legacy.Calendar)));
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        system.Clock.Set(Instant.FromUtc(2026, 2, 2, 1, 0));

        Value(await system.Operate(certificate, "SealUpgrade"));
        await system.Work();
        Assert.Equal(new LocalDate(2026, 2, 3), Assert.Single(Value(await system.Review.Queue(Reviewer, Cancellation))).ReviewBy);
        RefusedWith("S4", "SealPictureNotJudged", await system.Review.Approve("approve-0", certificate, 3, null, Reviewer, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await system.Review.Approve("approve-0", certificate, 3, "Blurred", Reviewer, Cancellation));
        await system.Approve(certificate, 3);

        var seals = (await system.Held(certificate)).Seals;
        Assert.Equal([(SealStatus.Replaced, SealFormat.GmT0031V2014), (SealStatus.Standing, SealFormat.GbT38540V2020)], seals.Select(s => (s.Status, s.Format)));
    }

    [Fact, Trait("rule", "A10")]
    public async Task A_persons_certificate_is_sealed_in_its_event_and_still_signs_pulls_and_is_written()
    {
        await using var system = Create();
        var certificate = await system.IssuedToExpert();
        var first = await system.Held(certificate);
        Assert.Null(first.Current.Certificate.Clear);
        var der = await system.Get<KeptCertificates>().Open(first.Holder, first.Current.Certificate, Cancellation);
        Assert.Equal(der!.Bytes.ToArray(), (await system.Demo.CertificateOnKey(certificate, Cancellation))!.Value.ToArray());

        system.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await system.Renew(certificate));
        await system.Approve(certificate, 2);
        await system.Transfer(50, TestLives.ExpertName);
        await system.Pulled(certificate);

        var renewed = await system.Held(certificate);
        Assert.Equal((2, new LocalDate(2028, 1, 5)), (renewed.CurrentGeneration, renewed.NotAfter));
        Assert.All(renewed.Generations, g => Assert.Null(g.Certificate.Clear));
        Assert.NotNull(await system.Demo.CertificateOnKey(certificate, Cancellation));
    }

    private static async Task<string> IssuedOnHrss(TestSystem system)
    {
        var certificate = Value(await system.Hall.Apply(TestSystem.Application() with { Platform = "hrss", Role = "enterprise", Region = "chengdu" }, Cancellation)).Certificate;
        await system.Work();
        await system.Approve(certificate, 1);
        await system.Transfer(1);
        return certificate;
    }

    private static PolicyBook With(Func<PlatformPolicy, PlatformPolicy> change)
    {
        var shipped = PolicyLoader.LoadShipped();
        return new PolicyBook([.. shipped.Policies.Select(p => p.Id.Value == "gov-procurement" ? change(p) : p)], shipped.Calendar);
    }
}
