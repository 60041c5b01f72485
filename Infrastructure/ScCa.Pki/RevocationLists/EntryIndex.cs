using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>
/// The entries of one list where they lie: each is checked once and then known by its offset alone, so that a million of them cost four million octets. Found by
/// halving, in the list itself where it is in order, otherwise in an order worked out at the first question. For any number of threads.
/// </summary>
internal sealed class EntryIndex
{
    // What an entry with a serial number of 16 octets and a reason takes.
    private const int UsualEntrySize = 48;

    private readonly ReadOnlyMemory<byte> entries;
    private readonly int[] offsets;
    private readonly List<(int From, DistinguishedName Issuer)> issuers = [];
    private readonly Lazy<int[]>? order;

    /// <param name="entries">The content of revokedCertificates.</param>
    public EntryIndex(ReadOnlyMemory<byte> entries)
    {
        this.entries = entries;
        var found = new List<int>(entries.Length / UsualEntrySize);
        var isInOrder = Scan(found);
        offsets = [.. found];
        order = isInOrder ? null : new(Sorted);
    }

    public int Count => offsets.Length;

    public bool HasUnknownCriticalExtension { get; private set; }

    public bool HasExtensions { get; private set; }

    /// <summary>Whether any entry names an issuer.</summary>
    public bool NamesIssuers => issuers.Count > 0;

    public RevokedEntry At(int number)
    {
        var fields = EntryFields.Read(Content(number));
        var serial = entries.Slice(SerialOffset(number, out var length), length);
        return new(serial, fields.RevokedAt, fields.Reason, fields.InvalidityDate, IssuerOf(number));
    }

    /// <summary>The first entry with the serial number and, where it matters, about this issuer's certificate.</summary>
    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber, DistinguishedName issuer, DistinguishedName listIssuer)
    {
        for (var place = FirstAtOrAfter(serialNumber); place < Count; place++)
        {
            var number = NumberAt(place);
            if (!Serial(number).SequenceEqual(serialNumber))
                return null;
            if ((IssuerOf(number) ?? listIssuer).Equals(issuer))
                return At(number);
        }

        return null;
    }

    private bool Scan(List<int> found)
    {
        var cursor = new DerCursor(entries.Span);
        var last = ReadOnlySpan<byte>.Empty;
        var isInOrder = true;
        while (cursor.HasData)
        {
            var number = found.Count;
            found.Add(cursor.Position);
            var fields = EntryFields.Read(cursor.Enter(DerCursor.Sequence));
            HasUnknownCriticalExtension |= fields.HasUnknownCriticalExtension;
            HasExtensions |= fields.HasExtensions;
            // §5.3.3: an entry that names no issuer is about that of the one before.
            if (!fields.CertificateIssuer.IsEmpty)
                issuers.Add((number, ReadIssuer(fields.CertificateIssuer.ToArray())));
            isInOrder &= Compare(last, fields.SerialNumber) <= 0;
            last = fields.SerialNumber;
        }

        return isInOrder;
    }

    private static DistinguishedName ReadIssuer(ReadOnlyMemory<byte> value)
    {
        var names = Reading.Whole(value, PkiRefusal.RevocationListMalformed, reader => GeneralName.ReadAll(reader.ReadSequence()));
        return names.Select(name => name.Directory).FirstOrDefault(name => name is not null) ?? throw new PkiRefusedException(PkiRefusal.RevocationListMalformed);
    }

    private DistinguishedName? IssuerOf(int number)
    {
        int low = 0, high = issuers.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (issuers[middle].From <= number)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : issuers[low - 1].Issuer;
    }

    private int FirstAtOrAfter(ReadOnlySpan<byte> serialNumber)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Compare(Serial(NumberAt(middle)), serialNumber) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int NumberAt(int place) => order is null ? place : order.Value[place];

    private int[] Sorted()
    {
        var numbers = new int[Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        numbers.AsSpan().Sort((a, b) => Compare(Serial(a), Serial(b)) is var compared and not 0 ? compared : a.CompareTo(b));
        return numbers;
    }

    // Any order does as long as it is one; by length first, it is that of positive numbers.
    private static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);

    private ReadOnlySpan<byte> Serial(int number) => entries.Span.Slice(SerialOffset(number, out var length), length);

    private int SerialOffset(int number, out int length)
    {
        var entry = entries.Span[offsets[number]..];
        var outer = DerCursor.Measure(entry).Header;
        (var inner, length) = DerCursor.Measure(entry[outer..]);
        return offsets[number] + outer + inner;
    }

    private DerCursor Content(int number)
    {
        var entry = entries.Span[offsets[number]..];
        var (header, content) = DerCursor.Measure(entry);
        return new(entry.Slice(header, content));
    }
}
