using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Benchmarks.Stores;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Benchmarks.Issuing;

/// <summary>
/// Applications for a unit's first certificate that are approved and paid and wait for their issue, with the requests of their keys. One goes through the real
/// commands; the others are its events under other ids.
/// </summary>
internal static class ReadyApplications
{
    private const string HolderName = "四川某某建设工程有限公司";
    private const string Phone = "13900000001";
    private const string Reviewer = "demo-reviewer";
    private const int Requests = 64;

    private static readonly CommandContext Context = CommandContext.System("benchmark");

    /// <summary>So many rows of ready applications; each stream's are in order.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<WorkloadRow>>> Make(IServiceProvider services, int count, CancellationToken cancellation)
    {
        var sample = await Sample(services, cancellation);
        var events = await services.GetRequiredService<IEventStore>().ReadStream($"certificate-{sample}", cancellation);
        return [.. Enumerable.Range(0, count).Select(n => Under(sample, IdOf(n), events))];
    }

    public static CertificateId IdOf(int number) => new($"c-{number.ToString("x24", CultureInfo.InvariantCulture)}");

    /// <summary>PKCS#10 requests of fresh keys.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> KeyRequests() => [.. Enumerable.Range(0, Requests).Select(_ => KeyRequest())];

    private static ReadOnlyMemory<byte> KeyRequest()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=request", key, HashAlgorithmName.SHA256).CreateSigningRequest();
    }

    private static async Task<string> Sample(IServiceProvider services, CancellationToken cancellation)
    {
        var form = new ApplyForm("benchmark", "gov-procurement", "supplier", HolderName, "91510100MA61UX2K5A", 1, "王小梅", Phone, "成都市高新区天府大道 1 号");
        var certificate = Done(await services.GetRequiredService<SelfServiceHall>().Apply(form, cancellation)).Certificate;
        var review = services.GetRequiredService<ReviewDesk>();
        Done(await review.Approve("approve", certificate, 1, null, Reviewer, cancellation));
        await GivePapers(services, certificate, cancellation);
        await Pay(services, certificate, cancellation);
        return await Open(services, certificate, cancellation) is { Step: ApplicationStep.ReadyToFulfil }
            ? certificate
            : throw new InvalidOperationException("The application is not ready to be fulfilled.");
    }

    private static async Task GivePapers(IServiceProvider services, string certificate, CancellationToken cancellation)
    {
        var open = await Open(services, certificate, cancellation);
        if (open.AreMaterialsComplete)
        {
            return;
        }

        foreach (var material in open.MaterialsToGive.ToList())
        {
            var digest = Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(material.Value))));
            await Execute(services, new ProvideMaterial(
                new CommandId($"give-{material}"), new CertificateId(certificate), 1, material, digest, open.Handler.PhoneIndex, null, Now(services)), cancellation);
        }

        Done(await services.GetRequiredService<ReviewDesk>().CompleteMaterials("papers", certificate, 1, Reviewer, cancellation));
    }

    private static async Task Pay(IServiceProvider services, string certificate, CancellationToken cancellation)
    {
        var reference = new BankReference("benchmark-1");
        var payer = await services.GetRequiredService<Payers>().Of(reference, HolderName, cancellation);
        var missing = (await Open(services, certificate, cancellation)).Missing;
        await Execute(services, new CountTransfer(
            new CommandId("pay"), new CertificateId(certificate), 1, reference, PaymentMeans.CorporateTransfer, payer, missing, Now(services)), cancellation);
    }

    private static Instant Now(IServiceProvider services) => services.GetRequiredService<IClock>().GetCurrentInstant();

    private static async Task<OpenApplication> Open(IServiceProvider services, string certificate, CancellationToken cancellation) =>
        (await services.GetRequiredService<CommandExecutor>().State<Certificate>(certificate, cancellation)).Open!;

    private static async Task Execute(IServiceProvider services, CertificateCommand command, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<ICommands>().Execute(command, Context, cancellation) is Answer<Certificate>.Refused(var refusal))
        {
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {refusal}");
        }
    }

    private static T Done<T>(Application.Outcome<T> outcome) where T : class =>
        outcome.IsRefused ? throw new InvalidOperationException($"Refused: {outcome.Refusal}") : outcome.Value;

    private static List<WorkloadRow> Under(string sample, CertificateId id, IReadOnlyList<StoredEvent> events) =>
    [
        .. events.Select(e => new WorkloadRow(
            $"certificate-{id}", e.Revision, new NewEvent(e.Type, Renamed(e.Body, sample, id.Value), e.Metadata, e.CommandId, e.Ordinal))),
    ];

    private static byte[] Renamed(ReadOnlyMemory<byte> json, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span).Replace(from, to, StringComparison.Ordinal));
}
