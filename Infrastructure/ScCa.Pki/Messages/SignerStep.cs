namespace ScCa.Pki.Messages;

/// <summary>The steps of verifying one signer of a message, in the order they are taken.</summary>
public enum SignerStep
{
    /// <summary>The content is there: in the message, or given beside it.</summary>
    Content = 0,

    /// <summary>The signer's certificate is there.</summary>
    Certificate = 1,

    /// <summary>Digest and signature are of algorithms that are accepted, of one suite, and of the certificate's key.</summary>
    Algorithm = 2,

    /// <summary>The signed attributes are what RFC 5652 §5.3 and §11 ask for, and name the content's type.</summary>
    Attributes = 3,

    /// <summary>The message digest among the attributes is the content's.</summary>
    Digest = 4,

    /// <summary>The key signed it.</summary>
    Signature = 5,

    /// <summary>The certificate's key may sign.</summary>
    KeyUsage = 6,

    /// <summary>The certificate may be believed at the instant.</summary>
    Trust = 7,
}
