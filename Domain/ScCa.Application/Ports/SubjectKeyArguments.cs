namespace ScCa.Application.Ports;

/// <summary>What no store accepts as a wrapped key, the same in all of them.</summary>
public static class SubjectKeyArguments
{
    /// <exception cref="ArgumentException">The key is empty, or its version is not one.</exception>
    public static void Check(WrappedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfZero(key.Bytes.Length, nameof(key));
        ArgumentOutOfRangeException.ThrowIfLessThan(key.MasterVersion, 1, nameof(key));
    }

    /// <exception cref="OutdatedMasterVersionException">The key's version is older than the present one.</exception>
    public static void CheckVersion(WrappedKey key, int present)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.MasterVersion < present)
            throw new OutdatedMasterVersionException(present);
    }
}
