using System.Collections.Immutable;
using ScCa.Application.Execution;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;

namespace ScCa.Application.Hall;

/// <summary>The seals' files for whoever may see the certificate's card: the software that puts seals on documents wants them.</summary>
public sealed class SealDownloads(SelfServiceHall hall, CommandExecutor executor, KeptCertificates kept)
{
    /// <summary>The numbers of those seals whose files are made and can still be opened by their holder.</summary>
    public async Task<ImmutableArray<int>> MadeOf(string certificate, IEnumerable<int> numbers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var made = ImmutableArray.CreateBuilder<int>();
        foreach (var number in numbers)
        {
            if (await FileOf(new CertificateId(certificate), number, cancellation).ConfigureAwait(false) is not null)
                made.Add(number);
        }

        return made.ToImmutable();
    }

    /// <summary>
    /// The seal as it was signed; null where the phone may not see the certificate, there is no seal of this number, its file is not made yet, or its holder has
    /// been erased.
    /// </summary>
    public async Task<SealDownload?> Open(string certificate, string phone, int number, CancellationToken cancellation)
    {
        if ((await hall.Card(certificate, phone, cancellation).ConfigureAwait(false)).IsRefused)
            return null;
        var id = new CertificateId(certificate);
        if (await FileOf(id, number, cancellation).ConfigureAwait(false) is not { } file
            || await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false) is not IssuedCertificate state
            || await kept.Open(state.Holder, file, cancellation).ConfigureAwait(false) is not { } opened)
        {
            return null;
        }

        return new SealDownload($"{certificate}-{number}.esl", opened.Bytes);
    }

    private async Task<KeptDer?> FileOf(CertificateId certificate, int number, CancellationToken cancellation) =>
        await executor.State<SealFile>(SealFileId.Of(certificate, number).Value, cancellation).ConfigureAwait(false) is SignedSeal signed ? signed.File : null;
}

/// <summary>A seal's file under the name that it is saved as.</summary>
public sealed record SealDownload(string FileName, ReadOnlyMemory<byte> Bytes);
