using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Policies;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Composition;
using ScCa.Domain;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>What docs/embedding.md quotes, word for word: between the lines that begin with <c>// sample</c> and <c>// end</c>.</summary>
internal static class EmbeddingSample
{
    // sample: own port
    /// <summary>Your SMS provider. The key makes a repeat harmless: hand it on, or remember it.</summary>
    public sealed class OwnSmsGateway : ISmsGateway
    {
        private readonly ConcurrentDictionary<string, string> sent = new();

        public Task<SmsResult> Send(Sms message, CancellationToken cancellation)
        {
            var reference = sent.GetOrAdd(message.DeduplicationKey, key => $"own-{key}");
            return Task.FromResult(new SmsResult(reference, ErrorCode: null));
        }
    }
    // end

    public static async Task<ProgressRow> Whole(string folder, CancellationToken cancellation)
    {
        // sample: whole
        var services = new ServiceCollection();
        services.AddLogging();
        // What is registered before AddScCa is kept; a demonstration fills the rest with stand-ins, anything else refuses to start without it.
        services.AddSingleton<ISmsGateway, OwnSmsGateway>();
        services.AddScCa(options =>
        {
            options.DataFolder = folder;
            options.Demo = true;
        });
        await using var provider = services.BuildServiceProvider();
        await provider.CheckScCa(cancellation);

        var hall = provider.GetRequiredService<SelfServiceHall>();
        var applied = await hall.Apply(
            new ApplyForm(
                CommandId: "form-4711", Platform: "gov-procurement", Role: "supplier", HolderName: "四川某某有限公司",
                CreditCode: "91510100MA6DEM001F", TermYears: 1, HandlerName: "王某", Phone: "13800000000",
                PostalAddress: "成都市某路 1 号"),
            cancellation);
        if (applied.IsRefused)
            throw new InvalidOperationException(applied.Refusal.ToString());

        // The worker's round; in a host, AddScCaWorker runs it again and again.
        await provider.GetRequiredService<WorkCycle>().Run(cancellation);
        var progress = await hall.Progress("13800000000", cancellation);
        // end
        return progress[0];
    }

    public static (string Charge, TransferReceived Received) DomainAlone(Instant now)
    {
        // sample: domain
        PolicyBook policies = PolicyLoader.LoadShipped();
        var policy = policies.InEffect(PlatformId.Parse("gov-procurement"), new LocalDate(2026, 1, 5))!;
        var charge = policy.Tariff(HolderKind.Unit).New(Term.OfYears(1), seals: 0).Total;

        // The payer as your own intake seals and indexes the name: the domain never sees it in the clear.
        var payer = new Payer(new SubjectId("payer-1"), new SealedText("sealed"), new NameIndex("index-of-the-name"));

        // A decision is a pure function of the command, the state so far and the policies: no store, no clock, no task.
        var command = new ReceiveTransfer(new CommandId("line-1"), new BankReference("BANK-0001"), PaymentMeans.CorporateTransfer, payer, charge, now);
        var decision = command.Decide(Transfer.Initial, policies);
        var received = (TransferReceived)((Decision<Transfer>.Accepted)decision).Events[0];
        // end
        return (charge.Value, received);
    }
}
