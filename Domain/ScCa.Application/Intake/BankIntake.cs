using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Intake;

/// <summary>
/// Takes in the bank's statement lines (P3). The command's id is made from the bank's reference, so a line read twice counts once, and a crash before the
/// checkpoint only reads again.
/// </summary>
public sealed class BankIntake(ICommands commands, IBankStatements bank, IReactionCheckpoints checkpoints)
{
    private const string Name = "bank-intake";
    private const int BatchSize = 200;

    /// <summary>Takes in what is new; answers with the number of lines read.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var read = 0;
        var number = await checkpoints.Load(Name, cancellation).ConfigureAwait(false);
        while (await bank.ReadAfter(number, BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
                await Receive(line, cancellation).ConfigureAwait(false);
            number = lines[^1].Number;
            await checkpoints.Save(Name, number, cancellation).ConfigureAwait(false);
            read += lines.Count;
        }

        return read;
    }

    private Task<Answer<Transfer>> Receive(BankLine line, CancellationToken cancellation) => commands.Execute(
        new ReceiveTransfer(
            new CommandId($"{Name}:{line.Reference}"), new BankReference(line.Reference), PaymentMeans.CorporateTransfer, line.Payer, Money.FromFen(line.AmountFen),
            line.BookedAt),
        CommandContext.System(Name),
        cancellation);
}
