using System.Runtime.InteropServices;

namespace ScCa.Keys.Cryptoki;

/// <summary>CK_FUNCTION_LIST (PKCS#11 v2.40): the version, then the addresses of all functions in their fixed order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CkFunctionList
{
    public byte Major;
    public byte Minor;
    public nint Initialize;
    public nint Finalize;
    public nint GetInfo;
    public nint GetFunctionList;
    public nint GetSlotList;
    public nint GetSlotInfo;
    public nint GetTokenInfo;
    public nint GetMechanismList;
    public nint GetMechanismInfo;
    public nint InitToken;
    public nint InitPIN;
    public nint SetPIN;
    public nint OpenSession;
    public nint CloseSession;
    public nint CloseAllSessions;
    public nint GetSessionInfo;
    public nint GetOperationState;
    public nint SetOperationState;
    public nint Login;
    public nint Logout;
    public nint CreateObject;
    public nint CopyObject;
    public nint DestroyObject;
    public nint GetObjectSize;
    public nint GetAttributeValue;
    public nint SetAttributeValue;
    public nint FindObjectsInit;
    public nint FindObjects;
    public nint FindObjectsFinal;
    public nint EncryptInit;
    public nint Encrypt;
    public nint EncryptUpdate;
    public nint EncryptFinal;
    public nint DecryptInit;
    public nint Decrypt;
    public nint DecryptUpdate;
    public nint DecryptFinal;
    public nint DigestInit;
    public nint Digest;
    public nint DigestUpdate;
    public nint DigestKey;
    public nint DigestFinal;
    public nint SignInit;
    public nint Sign;
    public nint SignUpdate;
    public nint SignFinal;
    public nint SignRecoverInit;
    public nint SignRecover;
    public nint VerifyInit;
    public nint Verify;
    public nint VerifyUpdate;
    public nint VerifyFinal;
    public nint VerifyRecoverInit;
    public nint VerifyRecover;
    public nint DigestEncryptUpdate;
    public nint DecryptDigestUpdate;
    public nint SignEncryptUpdate;
    public nint DecryptVerifyUpdate;
    public nint GenerateKey;
    public nint GenerateKeyPair;
    public nint WrapKey;
    public nint UnwrapKey;
    public nint DeriveKey;
    public nint SeedRandom;
    public nint GenerateRandom;
    public nint GetFunctionStatus;
    public nint CancelFunction;
    public nint WaitForSlotEvent;
}
