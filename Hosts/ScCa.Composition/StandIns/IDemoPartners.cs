using ScCa.Application;

namespace ScCa.Composition.StandIns;

/// <summary>What somebody outside the house was made to do is written.</summary>
/// <param name="AwaitsWorker">Whether only the worker can go on from there: money is on its way.</param>
public sealed record DemoDone(long Position, bool AwaitsWorker = false);

/// <summary>Those outside whom an application waits for: who pays by scanning, the examiner of faces, who uploads papers, the assistant that resets a PIN.</summary>
internal interface IDemoPartners
{
    Task<Outcome<DemoDone>> PayByWeChat(string certificate, int application, string payerName, string amount, CancellationToken cancellation);

    Task<Outcome<DemoDone>> VerifyRealPerson(string certificate, int application, CancellationToken cancellation);

    Task<Outcome<DemoDone>> Upload(string certificate, int application, string material, CancellationToken cancellation);

    Task<Outcome<DemoDone>> ResetPin(string certificate, CancellationToken cancellation);
}
