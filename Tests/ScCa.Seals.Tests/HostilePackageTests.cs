using ScCa.Seals.Ofd;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>ZIPs that two readers would read differently, that grow when unpacked, or that are none.</summary>
public sealed class HostilePackageTests
{
    private static readonly ZipFile[] Good = [.. Some.Unzip(Fixtures.SealedOfd).Select(f => new ZipFile(f.Name, f.Content))];

    private static readonly byte[] Small = "0123456789"u8.ToArray();

    public static TheoryData<string, SealRefusal> Cases
    {
        get
        {
            var cases = new TheoryData<string, SealRefusal>();
            foreach (var (name, (refusal, _)) in Hostile)
                cases.Add(name, refusal);
            return cases;
        }
    }

    private static Dictionary<string, (SealRefusal Refusal, byte[] Bytes)> Hostile { get; } = new()
    {
        ["nothing"] = (SealRefusal.PackageMalformed, []),
        ["text"] = (SealRefusal.PackageMalformed, "not a package, but long enough to be one"u8.ToArray()),
        ["an empty archive"] = (SealRefusal.FileMissing, ZipBytes.Of()),
        ["half an archive"] = (SealRefusal.PackageMalformed, Fixtures.SealedOfd[..2000]),
        ["the tail of an archive"] = (SealRefusal.PackageMalformed, Fixtures.SealedOfd[100..]),
        ["bytes behind it"] = (SealRefusal.PackageMalformed, [.. Fixtures.SealedOfd, 0]),
        ["bytes before it"] = (SealRefusal.PackageMalformed, [0, .. Fixtures.SealedOfd]),
        ["bytes before it, offsets corrected"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Before = Small }, first: true)),
        ["bytes between files"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Before = Small })),
        ["bytes before the directory"] = (SealRefusal.PackageMalformed, ZipBytes.Of(Good, [], gap: Small)),
        ["a second end inside the comment"] = (SealRefusal.PackageMalformed, ZipBytes.Of(Good, ZipBytes.Of())),
        ["fewer files declared"] = (SealRefusal.PackageMalformed, ZipBytes.Of(Good, [], count: Good.Length - 1)),
        ["more files declared"] = (SealRefusal.PackageMalformed, ZipBytes.Of(Good, [], count: Good.Length + 1)),
        ["too many files"] = (SealRefusal.PackageTooLarge, ZipBytes.Of([.. Enumerable.Range(0, 8193).Select(i => new ZipFile($"f{i}", []))], [])),
        ["two entries of one record"] = (SealRefusal.PackageMalformed, With(new ZipFile("OFD2.xml", Good[0].Content) { Offset = 0 })),
        ["an entry inside another"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", ZipBytes.Of(new ZipFile("b", Small))) { Offset = 30 })),
        ["an offset beyond the directory"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Offset = int.MaxValue })),
        ["an encrypted file"] = (SealRefusal.PackageMethodUnknown, With(new ZipFile("a", Small) { Flags = 1 })),
        ["a strongly encrypted file"] = (SealRefusal.PackageMethodUnknown, With(new ZipFile("a", Small) { Flags = 1 << 6 })),
        ["masked headers"] = (SealRefusal.PackageMethodUnknown, With(new ZipFile("a", Small) { Flags = 1 << 13 })),
        ["an unknown method"] = (SealRefusal.PackageMethodUnknown, With(new ZipFile("a", Small) { Method = 12 })),
        ["the same name twice"] = (SealRefusal.PackageNameTwice, With(new ZipFile("OFD.xml", Small))),
        ["the same name in other case"] = (SealRefusal.PackageNameTwice, With(new ZipFile("ofd.XML", Small))),
        ["the same name composed otherwise"] = (SealRefusal.PackageNameTwice, ZipBytes.Of([.. Good, new ZipFile("\u00E9", Small), new ZipFile("e\u0301", Small)], [])),
        ["a file that is a folder too"] = (SealRefusal.PackageNameTwice, With(new ZipFile("Doc_0", Small))),
        ["another name inside"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { NameInside = "b" })),
        ["a second Unicode name"] = (SealRefusal.PackageNameTwice, With(new ZipFile("a", Small) { Extra = [0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, (byte)'b'] })),
        ["a cut second name"] = (SealRefusal.PackageNameTwice, With(new ZipFile("a", Small) { Extra = [0x75, 0x70, 1, 0, 1] })),
        ["an absolute name"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("/a", Small))),
        ["a name that climbs"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("../a", Small))),
        ["a name that climbs inside"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("Doc_0/../OFD.xml", Small))),
        ["a name with a dot"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("Doc_0/./a", Small))),
        ["a name with an empty part"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("Doc_0//a", Small))),
        ["a backslash"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("Doc_0\\a", Small))),
        ["a drive"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("C:a", Small))),
        ["a percent-encoded name"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("Doc_0/%61", Small))),
        ["a control character"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("a\0b", Small))),
        ["a character that turns the text around"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("a\u202Eb", Small))),
        ["a name that ends in a space"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("OFD.xml ", Small))),
        ["a name that is no UTF-8"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("a", Small) { RawName = [0xB5, 0xA5] })),
        ["a name without end"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile(new string('a', 600), Small))),
        ["a deep name"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile(string.Join('/', Enumerable.Repeat("a", 50)), Small))),
        ["no name"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("", Small))),
        ["a symbolic link"] = (SealRefusal.PackageNameUnsafe, With(new ZipFile("a", "OFD.xml"u8.ToArray()) { Attributes = 0xA1FF0000 })),
        ["a wrong checksum"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Crc = 1 })),
        ["a stored file of another size"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Size = 5 })),
        ["a file that unpacks to more"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", new byte[1000]) { Method = 8, Size = 500 })),
        ["a file that unpacks to less"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", new byte[1000]) { Method = 8, Size = 2000 })),
        ["a cut deflate stream"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", new byte[1000]) { Method = 8, Packed = ZipBytes.Deflate(new byte[1000])[..5] })),
        ["no deflate stream"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", new byte[1000]) { Method = 8, Packed = [0xFF, 0xFF, 0xFF, 0xFF] })),
        ["a folder with content"] = (SealRefusal.PackageMalformed, With(new ZipFile("a/", Small))),
        ["a bomb"] = (SealRefusal.PackageTooLarge, With(new ZipFile("a", new byte[32 << 20]) { Method = 8 })),
        ["a bomb that hides its size"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", new byte[32 << 20]) { Method = 8, Size = 100 })),
        ["a file that claims gigabytes"] = (SealRefusal.PackageTooLarge, With(new ZipFile("a", Small) { Method = 8, Size = uint.MaxValue - 1 })),
        ["a ZIP64 size"] = (SealRefusal.PackageTooLarge, With(new ZipFile("a", Small) { Method = 8, Size = uint.MaxValue })),
        ["many files that claim much"] = (SealRefusal.PackageTooLarge, ZipBytes.Of([.. Good, .. Enumerable.Range(0, 5).Select(i => new ZipFile($"f{i}", Small) { Method = 8, Packed = new byte[400_000], Size = 60 << 20 })], [])),
        ["a missing descriptor"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Flags = 1 << 3 })),
        ["a wrong descriptor"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Flags = 1 << 3, Descriptor = new byte[12] })),
        ["a descriptor that nobody announced"] = (SealRefusal.PackageMalformed, With(new ZipFile("a", Small) { Descriptor = Descriptor(Small) })),
        ["no OFD.xml"] = (SealRefusal.FileMissing, ZipBytes.Of(Good[1..])),
        ["no document"] = (SealRefusal.FileMissing, Some.Without(Fixtures.SealedOfd, "Doc_0/Document.xml")),
        ["no list of signatures"] = (SealRefusal.FileMissing, Some.Without(Fixtures.SealedOfd, "Doc_0/Signs/Signatures.xml")),
        ["no Signature.xml"] = (SealRefusal.FileMissing, Some.Without(Fixtures.SealedOfd, "Doc_0/Signs/Sign_0/Signature.xml")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hostile_package_is_refused_by_name(string name, SealRefusal expected) => Some.Refuses(expected, () => OfdPackage.Read(Hostile[name].Bytes));

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void What_other_writers_do_is_read(bool hasSignature, bool isLong)
    {
        byte[] sizes = isLong ? [.. ZipBytes.Four(10), 0, 0, 0, 0, .. ZipBytes.Four(10), 0, 0, 0, 0] : [.. ZipBytes.Four(10), .. ZipBytes.Four(10)];
        byte[] descriptor = [.. hasSignature ? "PK\u0007\u0008"u8.ToArray() : [], .. ZipBytes.Four(Crc32.Of(Small)), .. sizes];
        var package = OfdPackage.Read(With(new ZipFile("a 100%.txt", Small) { Flags = 1 << 3, Descriptor = descriptor, Extra = [0x75, 0x70, 15, 0, 1, 0, 0, 0, 0, .. "a 100%.txt"u8] }));
        Assert.Equal(Small, package.Find("a 100%.txt")!.Value.ToArray());
    }

    [Fact]
    public void Folders_and_a_comment_are_read_and_kept()
    {
        var bytes = ZipBytes.Of([.. Good, new ZipFile("Doc_0/Empty/", [])], "a comment"u8.ToArray());
        var package = OfdPackage.Read(Some.Sealed(bytes));
        Assert.Contains(package.Entries, e => e.IsFolder);
        Assert.All(package.Signatures, s => Assert.True(package.CheckReferences(s).CoversEverything));
    }

    [Fact]
    public void The_limits_are_the_callers()
    {
        Some.Refuses(SealRefusal.PackageTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { PackageSizeMax = 4008 }));
        Some.Refuses(SealRefusal.PackageTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { FileCountMax = 6 }));
        Some.Refuses(SealRefusal.PackageTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { FileSizeMax = 2092 }));
        Some.Refuses(SealRefusal.PackageTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { TotalSizeMax = 5000 }));
        Some.Refuses(SealRefusal.XmlTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { XmlLengthMax = 1000 }));
        Some.Refuses(SealRefusal.XmlTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { XmlDepthMax = 2 }));
        Some.Refuses(SealRefusal.XmlTooLarge, () => OfdPackage.Read(Fixtures.SealedOfd, OfdLimits.Usual with { XmlNodesMax = 10 }));
    }

    [Fact]
    public void A_refusal_names_the_file_without_its_tricks()
    {
        var refused = Assert.Throws<SealRefusedException>(() => OfdPackage.Read(With(new ZipFile("a\nb/../c", Small))));
        Assert.Equal("a?b/../c", refused.Place);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.All(Enum.GetValues<SealRefusal>(), r => Assert.True(SealRefusalText.Of(r) is { ZhCn.Length: > 0, En.Length: > 0 }));
    }

    private static byte[] With(ZipFile file, bool first = false) => ZipBytes.Of(first ? [file, .. Good] : [.. Good, file], []);

    private static byte[] Descriptor(byte[] content) =>
        [.. ZipBytes.Four(Crc32.Of(content)), .. ZipBytes.Four((uint)content.Length), .. ZipBytes.Four((uint)content.Length)];
}
