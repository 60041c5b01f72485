using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using ScCa.Application.Privacy;

namespace ScCa.Web.Security;

/// <summary>Opens what <see cref="MasterKeyXmlEncryptor"/> has sealed. The framework makes it by the name stored beside the key.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var box = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        if (box.Length < KeyRingBox.NonceSize + KeyRingBox.TagSize)
            throw new CryptographicException("A sealed key of the key ring is too short.");
        var plaintext = new byte[box.Length - KeyRingBox.NonceSize - KeyRingBox.TagSize];
        using (var aes = KeyRingBox.Cipher(services.GetRequiredService<LastingSecret>()))
            aes.Decrypt(box[..KeyRingBox.NonceSize], box[KeyRingBox.NonceSize..^KeyRingBox.TagSize], box[^KeyRingBox.TagSize..], plaintext);
        var element = XElement.Parse(Encoding.UTF8.GetString(plaintext));
        CryptographicOperations.ZeroMemory(plaintext);
        return element;
    }
}
