using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tests.Tokens;

internal static unsafe partial class WrappingModule
{
    private static void Wrap()
    {
        Outer->Initialize = (nint)(delegate* unmanaged[Cdecl]<nint, nuint>)&Initialise;
        Outer->Finalize = (nint)(delegate* unmanaged[Cdecl]<nint, nuint>)&Finalise;
        Outer->GetSlotList = (nint)(delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)&GetSlotList;
        Outer->GetTokenInfo = (nint)(delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint>)&GetTokenInfo;
        Outer->GetMechanismInfo = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint>)&GetMechanismInfo;
        Outer->OpenSession = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)&OpenSession;
        Outer->CloseSession = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&CloseSession;
        Outer->Login = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)&Login;
        Outer->Logout = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&Logout;
        Outer->InitPIN = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, nuint>)&InitPin;
        Outer->SetPIN = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint, nuint>)&SetPin;
        Outer->FindObjectsInit = (nint)(delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint>)&FindObjectsInit;
        Outer->FindObjects = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)&FindObjects;
        Outer->FindObjectsFinal = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&FindObjectsFinal;
        Outer->GetAttributeValue = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint>)&GetAttributeValue;
        Outer->GenerateKeyPair =
            (nint)(delegate* unmanaged[Cdecl]<nuint, CkMechanism*, CkAttribute*, nuint, CkAttribute*, nuint, nuint*, nuint*, nuint>)&GenerateKeyPair;
        Outer->SignInit = (nint)(delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint>)&SignInit;
        Outer->Sign = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)&Sign;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Initialise(nint arguments) => Make("C_Initialize", Absence.IsNoMatter, () =>
        ((delegate* unmanaged[Cdecl]<nint, nuint>)inner->Initialize)(arguments));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Finalise(nint reserved) => Make("C_Finalize", Absence.IsNoMatter, () =>
        ((delegate* unmanaged[Cdecl]<nint, nuint>)inner->Finalize)(reserved));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetSlotList(byte present, nuint* slots, nuint* count) => Make("C_GetSlotList", Absence.IsNoMatter, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)inner->GetSlotList)(present, slots, count);
        if (isOut && (CkRv)answer == CkRv.CKR_OK)
            *count = 0;
        Lie("C_GetSlotList", count);
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetTokenInfo(nuint slot, CkTokenInfo* info) => Make("C_GetTokenInfo", Absence.IsOfSlot, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint>)inner->GetTokenInfo)(slot, info);
        info->Flags = (info->Flags & ~(nuint)AllTriesFlags) | TriesFlags();
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetMechanismInfo(nuint slot, nuint mechanism, CkMechanismInfo* info) => Make("C_GetMechanismInfo", Absence.IsOfSlot, () =>
        ((delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint>)inner->GetMechanismInfo)(slot, mechanism, info));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint OpenSession(nuint slot, nuint flags, nint application, nint notify, nuint* session) => Make("C_OpenSession", Absence.IsOfSlot, () =>
    {
        if (Volatile.Read(ref sessions) >= SessionsMax)
            return (nuint)CkRv.CKR_SESSION_COUNT;
        var answer = ((delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)inner->OpenSession)(slot, flags, application, notify, session);
        if ((CkRv)answer == CkRv.CKR_OK)
            InterlockedMost(Interlocked.Increment(ref sessions));
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint CloseSession(nuint session) => Make("C_CloseSession", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->CloseSession)(session);
        if ((CkRv)answer == CkRv.CKR_OK)
            Interlocked.Decrement(ref sessions);
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Login(nuint session, nuint user, byte* pin, nuint length) => Make("C_Login", Absence.IsOfSession, () =>
    {
        var answer = Judge((Cku)user, () => ((delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)inner->Login)(session, user, pin, length));
        if ((CkRv)answer == CkRv.CKR_OK && (Cku)user != Cku.ContextSpecific)
            loggedIn = (Cku)user;
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Logout(nuint session) => Make("C_Logout", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->Logout)(session);
        if ((CkRv)answer == CkRv.CKR_OK)
            loggedIn = null;
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint InitPin(nuint session, byte* pin, nuint length) => Make("C_InitPIN", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, nuint>)inner->InitPIN)(session, pin, length);
        if ((CkRv)answer == CkRv.CKR_OK)
            wrongUserPins = 0;
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint SetPin(nuint session, byte* old, nuint oldLength, byte* next, nuint nextLength) => Make("C_SetPIN", Absence.IsOfSession, () =>
        Judge(loggedIn ?? Cku.User, () =>
            ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint, nuint>)inner->SetPIN)(session, old, oldLength, next, nextLength)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjectsInit(nuint session, CkAttribute* template, nuint count) => Make("C_FindObjectsInit", Absence.IsOfSession, () =>
        ((delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint>)inner->FindObjectsInit)(session, template, count));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjects(nuint session, nuint* objects, nuint most, nuint* count) => Make("C_FindObjects", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)inner->FindObjects)(session, objects, most, count);
        Lie("C_FindObjects", count);
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjectsFinal(nuint session) => Make("C_FindObjectsFinal", Absence.IsOfSession, () =>
        ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->FindObjectsFinal)(session));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetAttributeValue(nuint session, nuint @object, CkAttribute* template, nuint count) => Make("C_GetAttributeValue", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint>)inner->GetAttributeValue)(session, @object, template, count);
        Lie("C_GetAttributeValue", &template->Length);
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GenerateKeyPair(
        nuint session, CkMechanism* mechanism, CkAttribute* publicKey, nuint publicCount, CkAttribute* privateKey, nuint privateCount, nuint* made,
        nuint* madePrivate) => Make("C_GenerateKeyPair", Absence.IsOfSession, () =>
        ((delegate* unmanaged[Cdecl]<nuint, CkMechanism*, CkAttribute*, nuint, CkAttribute*, nuint, nuint*, nuint*, nuint>)inner->GenerateKeyPair)(
                session, mechanism, publicKey, publicCount, privateKey, privateCount, made, madePrivate));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint SignInit(nuint session, CkMechanism* mechanism, nuint key) => Make("C_SignInit", Absence.IsOfSession, () =>
        ((delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint>)inner->SignInit)(session, mechanism, key));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Sign(nuint session, byte* data, nuint length, byte* signature, nuint* signatureLength) => Make("C_Sign", Absence.IsOfSession, () =>
    {
        var answer = ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)inner->Sign)(session, data, length, signature, signatureLength);
        if (SpoilsSignatures && (CkRv)answer == CkRv.CKR_OK)
            signature[*signatureLength - 1] ^= 1;
        Lie("C_Sign", signatureLength);
        return answer;
    });

    private static void InterlockedMost(int now)
    {
        for (var most = Volatile.Read(ref sessionsMost); now > most; most = Volatile.Read(ref sessionsMost))
            Interlocked.CompareExchange(ref sessionsMost, now, most);
    }
}
