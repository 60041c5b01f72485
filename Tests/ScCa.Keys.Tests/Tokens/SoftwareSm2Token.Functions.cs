using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tests.Tokens;

internal static unsafe partial class SoftwareSm2Token
{
    private static void Fill()
    {
        *List = default;
        (List->Major, List->Minor) = (2, 40);
        List->Initialize = (nint)(delegate* unmanaged[Cdecl]<nint, nuint>)&Initialise;
        List->Finalize = (nint)(delegate* unmanaged[Cdecl]<nint, nuint>)&Finalise;
        List->GetSlotList = (nint)(delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)&GetSlotList;
        List->GetTokenInfo = (nint)(delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint>)&GetTokenInfo;
        List->GetMechanismInfo = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint>)&GetMechanismInfo;
        List->OpenSession = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)&OpenSession;
        List->CloseSession = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&CloseSession;
        List->CloseAllSessions = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&CloseAllSessions;
        List->Login = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)&Login;
        List->Logout = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&Logout;
        List->InitPIN = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, nuint>)&InitPin;
        List->SetPIN = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint, nuint>)&SetPin;
        List->FindObjectsInit = (nint)(delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint>)&FindObjectsInit;
        List->FindObjects = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)&FindObjects;
        List->FindObjectsFinal = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint>)&FindObjectsFinal;
        List->GetAttributeValue = (nint)(delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint>)&GetAttributeValue;
        List->GenerateKeyPair =
            (nint)(delegate* unmanaged[Cdecl]<nuint, CkMechanism*, CkAttribute*, nuint, CkAttribute*, nuint, nuint*, nuint*, nuint>)&GenerateKeyPair;
        List->SignInit = (nint)(delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint>)&SignInit;
        List->Sign = (nint)(delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)&Sign;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Initialise(nint arguments)
    {
        lock (Gate)
        {
            if (isInitialised)
                return (nuint)CkRv.CKR_CRYPTOKI_ALREADY_INITIALIZED;
            isInitialised = true;
            return (nuint)CkRv.CKR_OK;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Finalise(nint reserved) => (nuint)Do(() =>
    {
        Sessions.Clear();
        (isInitialised, loggedIn) = (false, null);
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetSlotList(byte present, nuint* slots, nuint* count) => (nuint)Do(() =>
    {
        if (slots != null)
            *slots = Slot;
        *count = 1;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetTokenInfo(nuint slot, CkTokenInfo* info) => (nuint)Do(() =>
    {
        *info = new CkTokenInfo
        {
            Flags = Ckf.LoginRequired | Ckf.UserPinInitialized | Ckf.TokenInitialized | (Pins[Cku.User] == SoftHsm.InitialPin ? Ckf.UserPinToBeChanged : 0),
            PinLengthMin = 6,
            PinLengthMax = 16,
        };
        Encoding.ASCII.GetBytes(Label.PadRight(32), new Span<byte>(&info->Label, 32));
        Encoding.ASCII.GetBytes("0001".PadRight(16), new Span<byte>(&info->SerialNumber, 16));
        return slot == Slot ? CkRv.CKR_OK : CkRv.CKR_SLOT_ID_INVALID;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetMechanismInfo(nuint slot, nuint mechanism, CkMechanismInfo* info) => (nuint)Do(() =>
    {
        info->Flags = mechanism == KeyPairGeneration ? Ckf.GenerateKeyPair : IsMechanism((uint)mechanism) ? Ckf.Sign : 0;
        return info->Flags == 0 ? CkRv.CKR_MECHANISM_INVALID : CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint OpenSession(nuint slot, nuint flags, nint application, nint notify, nuint* session) => (nuint)Do(() =>
    {
        Sessions.Add(*session = ++next, new Session());
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint CloseSession(nuint session) => In(session, _ =>
    {
        Sessions.Remove(session);
        if (Sessions.Count == 0)
            loggedIn = null;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint CloseAllSessions(nuint slot) => (nuint)Do(() =>
    {
        Sessions.Clear();
        loggedIn = null;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Login(nuint session, nuint user, byte* pin, nuint length) =>
        In(session, _ => LogIn((Cku)user, new ReadOnlySpan<byte>(pin, (int)length)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Logout(nuint session) => In(session, _ =>
    {
        if (loggedIn is null)
            return CkRv.CKR_USER_NOT_LOGGED_IN;
        loggedIn = null;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint InitPin(nuint session, byte* pin, nuint length) => In(session, _ =>
    {
        if (loggedIn != Cku.SecurityOfficer)
            return CkRv.CKR_USER_NOT_LOGGED_IN;
        Pins[Cku.User] = Text(new ReadOnlySpan<byte>(pin, (int)length));
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint SetPin(nuint session, byte* old, nuint oldLength, byte* pin, nuint length) => In(session, _ =>
    {
        var user = loggedIn ?? Cku.User;
        if (!IsPin(user, new ReadOnlySpan<byte>(old, (int)oldLength)))
            return CkRv.CKR_PIN_INCORRECT;
        Pins[user] = Text(new ReadOnlySpan<byte>(pin, (int)length));
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjectsInit(nuint session, CkAttribute* template, nuint count) => In(session, open =>
    {
        if (open.Found is not null)
            return CkRv.CKR_OPERATION_ACTIVE;
        var wanted = Read(template, count);
        open.Found = new(Objects.Where(o => IsVisible(o) && wanted.All(w => o.Attributes.TryGetValue(w.Key, out var value) && value.SequenceEqual(w.Value)))
            .Select(o => o.Handle));
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjects(nuint session, nuint* objects, nuint most, nuint* count) => In(session, open =>
    {
        if (open.Found is not { } found)
            return CkRv.CKR_OPERATION_NOT_INITIALIZED;
        for (*count = 0; *count < most && found.TryDequeue(out var handle); (*count)++)
            objects[*count] = handle;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint FindObjectsFinal(nuint session) => In(session, open =>
    {
        var isActive = open.Found is not null;
        open.Found = null;
        return isActive ? CkRv.CKR_OK : CkRv.CKR_OPERATION_NOT_INITIALIZED;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GetAttributeValue(nuint session, nuint handle, CkAttribute* template, nuint count) => In(session, _ =>
    {
        if (Objects.Find(o => o.Handle == handle && IsVisible(o)) is not { } stored)
            return CkRv.CKR_OBJECT_HANDLE_INVALID;
        if (!stored.Attributes.TryGetValue((uint)template->Type, out var value))
        {
            template->Length = nuint.MaxValue;
            return CkRv.CKR_ATTRIBUTE_TYPE_INVALID;
        }

        if (template->Value != 0)
            value.CopyTo(new Span<byte>((void*)template->Value, (int)template->Length));
        template->Length = (nuint)value.Length;
        return CkRv.CKR_OK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint GenerateKeyPair(
        nuint session, CkMechanism* mechanism, CkAttribute* publicKey, nuint publicCount, CkAttribute* privateKey, nuint privateCount, nuint* made,
        nuint* madePrivate) => In(session, _ =>
    {
        var answer = Generate(*mechanism, Read(publicKey, publicCount), Read(privateKey, privateCount), out var handle, out var privateHandle);
        (*made, *madePrivate) = (handle, privateHandle);
        return answer;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint SignInit(nuint session, CkMechanism* mechanism, nuint key) => In(session, open => Begin(open, *mechanism, key));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Sign(nuint session, byte* data, nuint length, byte* signature, nuint* signatureLength) => In(session, open =>
    {
        var answer = Finish(open, new ReadOnlySpan<byte>(data, (int)length), new Span<byte>(signature, (int)*signatureLength), out var written);
        *signatureLength = (nuint)written;
        return answer;
    });

    private static Dictionary<uint, byte[]> Read(CkAttribute* template, nuint count)
    {
        var attributes = new Dictionary<uint, byte[]>();
        for (nuint i = 0; i < count; i++)
            attributes.Add((uint)template[i].Type, new ReadOnlySpan<byte>((void*)template[i].Value, (int)template[i].Length).ToArray());
        return attributes;
    }
}
