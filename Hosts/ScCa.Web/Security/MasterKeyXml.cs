using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using ScCa.Application.Ports;

namespace ScCa.Web.Security;

/// <summary>Seals the key ring's keys under a key derived from the master key (AES-256-GCM): the files alone open no session.</summary>
internal sealed class MasterKeyXmlEncryptor(IMasterKey master, IRandomSource random) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plaintext = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[KeyRingBox.NonceSize + plaintext.Length + KeyRingBox.TagSize];
        var nonce = box.AsSpan(0, KeyRingBox.NonceSize);
        random.Fill(nonce);
        using (var aes = KeyRingBox.Cipher(master))
            aes.Encrypt(nonce, plaintext, box.AsSpan(KeyRingBox.NonceSize, plaintext.Length), box.AsSpan(KeyRingBox.NonceSize + plaintext.Length));
        CryptographicOperations.ZeroMemory(plaintext);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(MasterKeyXmlDecryptor));
    }
}

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
        using (var aes = KeyRingBox.Cipher(services.GetRequiredService<IMasterKey>()))
            aes.Decrypt(box[..KeyRingBox.NonceSize], box[KeyRingBox.NonceSize..^KeyRingBox.TagSize], box[^KeyRingBox.TagSize..], plaintext);
        var element = XElement.Parse(Encoding.UTF8.GetString(plaintext));
        CryptographicOperations.ZeroMemory(plaintext);
        return element;
    }
}
