using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;

namespace ScCa.Web.Security;

/// <summary>Seals the key ring's keys under a key derived from the vault's lasting secret (AES-256-GCM): the files alone open no session.</summary>
internal sealed class MasterKeyXmlEncryptor(LastingSecret secret, IRandomSource random) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plaintext = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[KeyRingBox.NonceSize + plaintext.Length + KeyRingBox.TagSize];
        var nonce = box.AsSpan(0, KeyRingBox.NonceSize);
        random.Fill(nonce);
        using (var aes = KeyRingBox.Cipher(secret))
            aes.Encrypt(nonce, plaintext, box.AsSpan(KeyRingBox.NonceSize, plaintext.Length), box.AsSpan(KeyRingBox.NonceSize + plaintext.Length));
        CryptographicOperations.ZeroMemory(plaintext);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(MasterKeyXmlDecryptor));
    }
}
