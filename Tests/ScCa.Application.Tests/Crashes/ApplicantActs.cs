using ScCa.Application.Assistant;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Gateways.Tokens;
using Xunit;
using static ScCa.Application.Tests.Crashes.RunningApplication;

namespace ScCa.Application.Tests.Crashes;

/// <summary>What applicants and those who review them do, each step asked for until it is answered.</summary>
internal static class ApplicantActs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<bool> Apply(this Process process, ApplyForm form) => process.Ask("apply", () => process.Get<SelfServiceHall>().Apply(form, Cancellation));

    /// <summary>Found in order by the reviewer, and every paper given.</summary>
    public static async Task<bool> Approve(this Process process, string certificate)
    {
        if ((await process.Certificate(certificate)).Open is not { } open)
            return false;
        var finding = open.Request.SealPictures > 0 ? nameof(SealPictureFinding.NumberLegible) : null;
        if (!open.IsApproved && !await process.Ask("approve", () => process.Get<ReviewDesk>().Approve(
            $"approve-{certificate}-{open.Number}", certificate, open.Number, finding, First, Cancellation)))
        {
            return false;
        }

        return await process.Papers(certificate);
    }

    public static Task<bool> Seen(this Process process, string certificate, int application) => process.Ask("seen", () =>
        process.Get<WindowDesk>().VerifyOnSite($"seen-{certificate}-{application}", certificate, application, First, Cancellation));

    /// <summary>The legal representative shows his face.</summary>
    public static async Task ShowFace(this Process process, string certificate, int application, string phone)
    {
        await process.Ask("begin check", () => process.Get<RealPersonSteps>().Begin(
            certificate, application, phone, "王法人", Units.PersonNumbers[0], new Uri("https://hall.example/"), Cancellation));
        process.World.Examiner.Pass($"{certificate}_{application}_1");
        await process.Insist(() => process.Get<RealPersonIntake>().Look(certificate, application, Cancellation));
        await process.Settle();
    }

    /// <summary>An operation on a certificate, handed in online with the present key, or at the window.</summary>
    public static async Task<bool> Operate(this Process process, string certificate, Operation operation, Func<OperationForm, OperationForm> fill, bool atWindow = false)
    {
        var state = (KnownCertificate)await process.Certificate(certificate);
        var form = fill(new OperationForm($"{operation}-{certificate}-{state.Applications + 1}", certificate, operation.ToString(), Units.HandlerName, await process.PhoneOf(state)));
        if (atWindow)
            form = form with { Channel = nameof(Channel.Window) };
        if (state is IssuedCertificate issued)
        {
            var challenge = process.Challenge(certificate, KeyChallenges.PurposeOf(operation));
            form = form with { Challenge = challenge, Signature = process.Sign(issued, challenge) };
        }

        return await process.Ask(operation.ToString(), () => atWindow
            ? process.Get<WindowDesk>().Operate(form, First, Cancellation)
            : process.Get<SelfServiceHall>().Operate(form, Cancellation));
    }

    /// <summary>The assistant pulls what was granted onto the key and says so; of a pull that is broken off it asks first whether anything still waits.</summary>
    public static async Task Pull(this Process process, string certificate)
    {
        if (await process.Certificate(certificate) is not IssuedCertificate { Grant: not null } issued)
            return;
        var next = issued.CurrentGeneration + 1;
        ReadOnlyMemory<byte> request = process.World.Real is null
            ? PaperAuthority.RequestOf(certificate, next)
            : await process.Insist(() => process.Get<ITokenDesk>().RequestKey(certificate, next, Cancellation));
        var challenge = process.Challenge(certificate, KeyChallenges.ForPull);
        var pulled = await process.Insist(() => process.Get<CertificateAssistant>().Pull(
            new PullRequest(certificate, request, challenge, process.Sign(issued, CertificateAssistant.ToSign(challenge, request.Span))), Cancellation));
        if (pulled.IsRefused)
            return;
        if (process.World.Real is not null)
        {
            await process.Insist(async () =>
            {
                await process.Get<ITokenDesk>().Write(certificate, pulled.Value.Generation, pulled.Value.ForKey, Cancellation);
                return "written";
            });
        }

        await process.Ask("written", () => process.Get<CertificateAssistant>().ConfirmWritten(certificate, pulled.Value.Serial, Cancellation));
    }

    private static async Task<bool> Papers(this Process process, string certificate)
    {
        if ((await process.Certificate(certificate)).Open is not { AreMaterialsComplete: false } open)
            return true;
        foreach (var material in open.MaterialsToGive.ToList())
        {
            await process.Ask<Certificate>("give", () => new ProvideMaterial(
                new CommandId($"give-{certificate}-{open.Number}-{material}"), new CertificateId(certificate), open.Number, material, TestSystem.DigestOf(material.Value),
                open.Handler.PhoneIndex, null, process.Now));
        }

        return await process.Ask("papers", () =>
            process.Get<ReviewDesk>().CompleteMaterials($"papers-{certificate}-{open.Number}", certificate, open.Number, First, Cancellation));
    }

    // Nothing is remembered of a challenge: whoever has asked for one can use it in the next process.
    private static string Challenge(this Process process, string certificate, string purpose)
    {
        process.World.Random.IsEven = true;
        try
        {
            return process.Get<CertificateAssistant>().Challenge(certificate, purpose);
        }
        finally
        {
            process.World.Random.IsEven = false;
        }
    }

    private static async Task<string> PhoneOf(this Process process, KnownCertificate state) =>
        await process.Get<PersonalData>().OpenPhone(state.Handler, Cancellation) ?? Units.PhoneOf(0);

    private static byte[] Sign(this Process process, IssuedCertificate issued, string text)
    {
        var octets = System.Text.Encoding.UTF8.GetBytes(text);
        return process.World.Real is null
            ? PaperAuthority.SignWith(Convert.ToHexString(PaperAuthority.RequestOf(issued.Id.Value, issued.CurrentGeneration)), octets)
            : process.Get<LocalTokenDesk>().SignChallenge(issued.Id.Value, issued.CurrentGeneration, octets);
    }
}
