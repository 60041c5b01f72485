using System.Buffers;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.RevocationLists;

/// <summary>
/// Writes a list of any length, entry by entry as they come, and signs it. Everything lies in one pooled buffer of about twice the list's length at most: the entries are
/// written where they stay, and what stands before them, whose lengths are known last, is put in front of them at the end. What it gives out lives as long as it does.
/// </summary>
public sealed class RevocationListWriter : IDisposable
{
    // What an entry with a serial number of 16 octets and a reason takes.
    private const int UsualEntrySize = 49;

    // Algorithm and signature of the longest RSA key that is accepted.
    private const int SignatureSizeMax = 1280;

    private readonly RevocationListContent content;
    private readonly byte[] beginning;
    private readonly int entriesStart;
    private byte[] buffer;
    private int end;
    private int start;
    private bool isFinished;
    private (int Start, int End) toBeSigned;

    /// <param name="expectedCount">How many entries there will be, as far as it is known: it saves copying.</param>
    public RevocationListWriter(RevocationListContent content, int expectedCount = 0)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedCount);
        this.content = content;
        beginning = content.EncodeBeginning();
        // In front of the entries: the whole, TBSCertList with its beginning, revokedCertificates.
        entriesStart = 3 * DerHeader.SizeMax + beginning.Length;
        end = start = entriesStart;
        buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, entriesStart + SignatureSizeMax + (1L + expectedCount) * UsualEntrySize));
    }

    /// <summary>How many entries there are by now.</summary>
    public int Count { get; private set; }

    public void Add(in RevokedEntry entry)
    {
        if (entry.CertificateIssuer is not null)
            throw new ArgumentException("Lists about other issuers' certificates are read here, and not written.", nameof(entry));
        Add(entry.SerialNumber.Span, entry.RevokedAt, entry.Reason, entry.InvalidityDate);
    }

    /// <param name="serialNumber">The content octets of a positive INTEGER of at most 20.</param>
    /// <param name="reason">Unspecified is not written: the standard wants it left out.</param>
    public void Add(ReadOnlySpan<byte> serialNumber, DateTimeOffset revokedAt, RevocationReason? reason = null, DateTimeOffset? invalidityDate = null)
    {
        ObjectDisposedException.ThrowIf(buffer.Length == 0, this);
        if (isFinished)
            throw new InvalidOperationException("The list is finished.");
        if (!EntryEncoding.IsSerialNumber(serialNumber))
            throw new PkiRefusedException(PkiRefusal.ValueNotEncodable);
        end += EntryEncoding.Write(Room(EntryEncoding.SizeMax), serialNumber, revokedAt, reason, invalidityDate);
        Count++;
    }

    /// <summary>TBSCertList: no entry comes any more. For who records what will be signed before it is.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        ObjectDisposedException.ThrowIf(buffer.Length == 0, this);
        if (!isFinished)
            PutTogether();
        (start, end) = toBeSigned;
        return buffer.AsMemory(start, end - start);
    }

    /// <summary>The whole list, DER.</summary>
    public ReadOnlyMemory<byte> Sign(ISigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Algorithm != content.Algorithm)
            throw new ArgumentException("The content names another algorithm than the signer's.", nameof(signer));
        return Complete(signer.Sign(Finish().Span));
    }

    /// <summary>The whole list with a signature over <see cref="Finish"/> that was made elsewhere.</summary>
    public ReadOnlyMemory<byte> Complete(ReadOnlySpan<byte> signature)
    {
        Finish();
        Append(content.Algorithm.Identifier.Span);
        AppendHeader(DerHeader.BitString, 1 + signature.Length);
        // No bit of the last octet is unused.
        Append([0]);
        Append(signature);
        PutHeaderInFront();
        return buffer.AsMemory(start, end - start);
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void PutTogether()
    {
        // §5.1.2.6: "When there are no revoked certificates, the revoked certificates list MUST be absent."
        if (Count > 0)
            PutHeaderInFront();
        Append(content.EncodeEnd());
        PutInFront(beginning);
        PutHeaderInFront();
        // The buffer must not move any more under who is given its content.
        Room(SignatureSizeMax);
        toBeSigned = (start, end);
        isFinished = true;
    }

    private void AppendHeader(byte tag, int length)
    {
        Span<byte> header = stackalloc byte[DerHeader.SizeMax];
        Append(header[..DerHeader.Write(header, tag, length)]);
    }

    private void Append(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Room(octets.Length));
        end += octets.Length;
    }

    private void PutInFront(ReadOnlySpan<byte> octets)
    {
        start -= octets.Length;
        octets.CopyTo(buffer.AsSpan(start));
    }

    private void PutHeaderInFront()
    {
        Span<byte> header = stackalloc byte[DerHeader.SizeMax];
        PutInFront(header[..DerHeader.Write(header, DerCursor.Sequence, end - start)]);
    }

    private Span<byte> Room(int size)
    {
        if (buffer.Length - end < size)
            Grow(size);
        return buffer.AsSpan(end);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * buffer.Length, (long)end + size)));
        buffer.AsSpan(start, end - start).CopyTo(larger.AsSpan(start));
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
