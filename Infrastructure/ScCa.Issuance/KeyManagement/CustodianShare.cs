using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScCa.Keys;

namespace ScCa.Issuance.KeyManagement;

/// <summary>One custodian's part of the archive's private key; alone it says nothing about it. Wiped when disposed of.</summary>
public sealed class CustodianShare : IDisposable
{
    private const string Kind = "scca-key-share-1";

    private const int FileLengthMax = 4096;

    private readonly byte[] octets;

    internal CustodianShare(string archive, string custodian, byte number, byte[] octets) =>
        (Archive, Custodian, Number, this.octets) = (archive, custodian, number, octets);

    /// <summary>The name of the archive's key.</summary>
    public string Archive { get; }

    public string Custodian { get; }

    public byte Number { get; }

    internal byte[] Octets => octets;

    /// <summary>Writes it to a file of its own (mode 0600), which the custodian takes along.</summary>
    /// <exception cref="KeyRefusedException">The file exists.</exception>
    public void WriteTo(string path)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Kind}\n{Archive}\n{Custodian}\n{Number}\n{Convert.ToHexStringLower(octets)}\n"));
        try
        {
            PrivateFile.Create(path, text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <exception cref="KeyRefusedException">The file is missing, or others may reach it.</exception>
    /// <exception cref="KeyManagementRefusedException">It holds no share.</exception>
    public static CustodianShare FromFile(string path)
    {
        var content = PrivateFile.Read(path, FileLengthMax);
        try
        {
            return Encoding.UTF8.GetString(content).Split('\n') is [Kind, var archive, var custodian, var number, var hex, ..]
                && byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                ? new(archive, custodian, read, Convert.FromHexString(hex))
                : throw new KeyManagementRefusedException(KeyManagementRefusal.ShareUnreadable);
        }
        catch (FormatException e)
        {
            throw new KeyManagementRefusedException(KeyManagementRefusal.ShareUnreadable, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(octets);

    public override string ToString() => $"({Custodian}'s share)";
}
