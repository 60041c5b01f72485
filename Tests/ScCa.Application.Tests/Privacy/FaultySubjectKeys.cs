using ScCa.Application.Ports;

namespace ScCa.Application.Tests.Privacy;

/// <summary>Subjects' keys whose changes may fail, before or after they are written.</summary>
internal sealed class FaultySubjectKeys(ISubjectKeys keys, Faults faults) : ISubjectKeys
{
    public ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation) => keys.Find(subject, cancellation);

    public ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation) =>
        faults.Around(() => keys.AddIfAbsent(subject, key, cancellation));

    public ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation) =>
        faults.Around(() => keys.Replace(subject, known, next, cancellation));

    public async ValueTask Destroy(string subject, CancellationToken cancellation) => await faults.Around(async () =>
    {
        await keys.Destroy(subject, cancellation);
        return true;
    });

    public ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation) =>
        keys.WrappedBefore(version, max, cancellation);

    public ValueTask<int> MasterVersion(CancellationToken cancellation) => keys.MasterVersion(cancellation);

    public async ValueTask RaiseMasterVersion(int version, CancellationToken cancellation) => await faults.Around(async () =>
    {
        await keys.RaiseMasterVersion(version, cancellation);
        return true;
    });
}
