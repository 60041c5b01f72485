using NodaTime;
using ScCa.Application;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>What partners report, without them: the commands are those that their notices become. Thousands of lives would take hours through each protocol.</summary>
internal sealed class QuickPartners(ICommands commands, CommandExecutor executor, Payers payers, TextCatalog texts, IClock clock) : IDemoPartners
{
    private const string Examiner = "demo-real-person";
    private const string WeChat = "demo-wechat";
    private const string Hall = "demo-upload";
    private const string Assistant = "demo-assistant";

    public async Task<Outcome<DemoDone>> PayByWeChat(string certificate, int application, string payerName, string amount, CancellationToken cancellation)
    {
        var order = new BankReference($"wechat:{certificate}-{application}");
        var payer = await payers.Of(order, payerName, cancellation).ConfigureAwait(false);
        var receive = new ReceiveTransfer(Id(WeChat, $"{order}:receive"), order, PaymentMeans.WeChat, payer, Money.Parse(amount), clock.GetCurrentInstant());
        var received = await Do(receive, WeChat, cancellation).ConfigureAwait(false);
        return received.IsRefused
            ? received
            : await Do(
                new ClaimTransfer(Id(WeChat, $"{order}:claim"), order, new CertificateId(certificate), application, clock.GetCurrentInstant()), WeChat, cancellation)
                .ConfigureAwait(false);
    }

    public Task<Outcome<DemoDone>> VerifyRealPerson(string certificate, int application, CancellationToken cancellation) => Do(
        new VerifyRealPerson(
            Id(Examiner, $"{certificate}.{application}"), new CertificateId(certificate), application, $"demo-{certificate}-{application}", clock.GetCurrentInstant()),
        Examiner,
        cancellation);

    public async Task<Outcome<DemoDone>> Upload(string certificate, int application, string material, CancellationToken cancellation)
    {
        var state = await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false);
        // Uploaded again, it is another scan.
        var before = state.Open?.Materials.FirstOrDefault(m => m.Id.Value == material)?.Digest.Value;
        var paper = $"{certificate}.{application}.{material}.{before?[..8]}";
        return await Do(
            new ProvideMaterial(
                Id(Hall, paper), new CertificateId(certificate), application, MaterialId.Parse(material), Digest.Parse(DemoDesk.DigestOf(paper)),
                state.Open?.Handler.PhoneIndex, null, clock.GetCurrentInstant()),
            Hall,
            cancellation).ConfigureAwait(false);
    }

    public async Task<Outcome<DemoDone>> ResetPin(string certificate, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is not IssuedCertificate issued)
            return RefusalText.From(Domain.Refusals.Refuse.NothingToUnlock(), texts);
        var reset = new CompleteUnlock(
            Id(Assistant, $"{certificate}.{issued.UnlockGrant?.Application}"), issued.Id, issued.Current.Serial, clock.GetCurrentInstant());
        return await Do(reset, Assistant, cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome<DemoDone>> Do<TState>(Command<TState> command, string by, CancellationToken cancellation) where TState : IEventSourced<TState> =>
        await commands.Execute(command, CommandContext.System(by), cancellation).ConfigureAwait(false) switch
        {
            Answer<TState>.Accepted accepted => new DemoDone(accepted.Position),
            Answer<TState>.Refused(var refusal) => RefusalText.From(refusal, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };

    private static CommandId Id(string by, string what) => new($"{by}:{what}");
}
