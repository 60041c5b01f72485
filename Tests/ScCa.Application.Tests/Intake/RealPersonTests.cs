using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Gateways.RealPerson;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Intake;

public sealed class RealPersonTests
{
    private const string Resident = "11010519491231002X";
    private static readonly Uri ReturnTo = new("https://hall.example/progress");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "P5")]
    public async Task The_legal_representative_proves_himself_once_however_often_it_is_told()
    {
        await using var system = Create();
        var certificate = await Approved(system);
        var page = Value(await Begin(system, certificate));
        Assert.Equal(page, Value(await Begin(system, certificate)));
        var examiner = system.Get<LocalRealPersonChecks>();
        var intake = system.Get<RealPersonIntake>();
        Assert.Equal(RealPersonStatus.Pending, (await intake.Look(certificate, 1, Cancellation))?.Status);

        var (headers, body) = await examiner.Decide($"{certificate}_1_1", null, Cancellation);
        Assert.Null(await intake.Callback(headers, body, Cancellation));
        Assert.Equal(CallbackFault.Replayed, await intake.Callback(headers, body, Cancellation));
        Assert.Equal(RealPersonStatus.Passed, (await intake.Look(certificate, 1, Cancellation))?.Status);

        var open = (await system.State(certificate)).Open!;
        Assert.Equal([Verification.RealPerson], open.Verified);
        Assert.Equal(ApplicationStep.AwaitingPayment, open.Step);
        RefusedWith("A3", "VerificationNotAwaited", await Begin(system, certificate));
    }

    [Fact, Trait("rule", "P5")]
    public async Task A_check_that_failed_proves_nothing_and_the_next_attempt_has_a_number_of_its_own()
    {
        await using var system = Create();
        var certificate = await Approved(system);
        Value(await Begin(system, certificate));
        var examiner = system.Get<LocalRealPersonChecks>();
        var (headers, body) = await examiner.Decide($"{certificate}_1_1", RealPersonFailure.FaceDiffers, Cancellation);
        Assert.Null(await system.Get<RealPersonIntake>().Callback(headers, body, Cancellation));
        Assert.Empty((await system.State(certificate)).Open!.Verified);

        Assert.Equal(new RealPersonResult(RealPersonStatus.Failed, RealPersonFailure.FaceDiffers), await Result(system, certificate));

        Value(await Begin(system, certificate));
        Assert.Equal(new RealPersonResult(RealPersonStatus.Pending, null), await Result(system, certificate));
        await examiner.Decide($"{certificate}_1_2", null, Cancellation);

        // Its callback was lost.
        Assert.Equal(new RealPersonResult(RealPersonStatus.Passed, null), await Result(system, certificate));
        Assert.Equal([Verification.RealPerson], (await system.State(certificate)).Open!.Verified);
    }

    [Fact, Trait("rule", "P5")]
    public async Task A_forged_callback_proves_nothing()
    {
        await using var system = Create();
        var certificate = await Approved(system);
        Value(await Begin(system, certificate));
        var (headers, body) = await system.Get<LocalRealPersonChecks>().Decide($"{certificate}_1_1", null, Cancellation);

        var fault = await system.Get<RealPersonIntake>().Callback(headers with { Signature = Convert.ToBase64String(new byte[32]) }, body, Cancellation);

        Assert.Equal(CallbackFault.SignatureWrong, fault);
        Assert.Empty((await system.State(certificate)).Open!.Verified);
    }

    [Fact, Trait("rule", "P5")]
    public async Task Only_who_handles_an_approved_application_that_needs_it_is_sent_to_the_check()
    {
        await using var system = Create();
        var certificate = await Applied(system);
        RefusedWith("A3", "ApplicationNotReady", await Begin(system, certificate));
        await system.Approve(certificate, 1);
        RefusedWith("A1", "ApplicationUnderAnotherPhone", await Begin(system, certificate, phone: "13987654321"));
        RefusedWith("A3", "ApplicationNotOpen", await Begin(system, certificate, application: 2));
        RefusedWith("A3", "CertificateUnknown", await Begin(system, "c-none"));
        RefusedWith("I16", "IdNumberMalformed", await Begin(system, certificate, idNumber: "110105194912310021"));
    }

    [Fact, Trait("rule", "A1")]
    public async Task How_a_check_stands_is_told_to_the_handler_alone()
    {
        await using var system = Create();
        var certificate = await Approved(system);
        Assert.Null(await Result(system, certificate));

        RefusedWith("A1", "ApplicationUnderAnotherPhone", await system.Get<RealPersonSteps>().Look(certificate, 1, "13987654321", Cancellation));
        RefusedWith("A3", "CertificateUnknown", await system.Get<RealPersonSteps>().Look("c-none", 1, Phone, Cancellation));
    }

    private static async Task<RealPersonResult?> Result(TestSystem system, string certificate) =>
        Value(await system.Get<RealPersonSteps>().Look(certificate, 1, Phone, Cancellation)).Latest;

    private static Task<Outcome<RealPersonPage>> Begin(
        TestSystem system, string certificate, int application = 1, string phone = Phone, string idNumber = Resident) =>
        system.Get<RealPersonSteps>().Begin(certificate, application, phone, "王法人", idNumber, ReturnTo, Cancellation);

    private static async Task<string> Approved(TestSystem system)
    {
        var certificate = await Applied(system);
        await system.Approve(certificate, 1);
        return certificate;
    }

    private static async Task<string> Applied(TestSystem system)
    {
        var platform = system.Get<PolicyBook>().Policies.First(p => p.Services.Any(s =>
            s.Operation == Operation.New && s.Ways.Any(w => w.Verification.Contains(Verification.RealPerson))));
        var form = TestSystem.Application() with { Platform = platform.Id.Value, Role = platform.Roles[0].Id.Value, HandledBy = "LegalRepresentative" };
        form = form with { Region = system.Get<PolicyBook>().InEffect(platform.Id, new(2026, 1, 5))!.Region?.Choices[0].Id.Value };
        return Value(await system.Hall.Apply(form, Cancellation)).Certificate;
    }
}
