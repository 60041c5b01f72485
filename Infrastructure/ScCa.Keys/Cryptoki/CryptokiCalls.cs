namespace ScCa.Keys.Cryptoki;

/// <summary>
/// The functions of one module, called through their addresses. An answer other than CKR_OK becomes a <see cref="CryptokiFailure"/>; a length that no buffer
/// can have becomes a refusal, because whoever believed it would read foreign memory. Layouts are those of Linux and macOS: CK_ULONG as long as an address,
/// structures aligned by nature. Windows packs to one byte with a CK_ULONG of four, and is refused where modules are loaded.
/// </summary>
internal sealed unsafe class CryptokiCalls(nint functionList)
{
    private const int SlotsMax = 1024;

    private const int ValueLengthMax = 64 * 1024;

    // A list of slots that grows while it is read is asked for again, but not for ever.
    private const int SlotListReadings = 4;

    private readonly CkFunctionList* functions = (CkFunctionList*)functionList;

    public CkRv Initialise()
    {
        var arguments = new CkInitialiseArguments { Flags = Ckf.OsLockingOk };
        return functions->Initialize == 0
            ? CkRv.CKR_FUNCTION_NOT_SUPPORTED
            : (CkRv)((delegate* unmanaged[Cdecl]<CkInitialiseArguments*, nuint>)functions->Initialize)(&arguments);
    }

    public CkRv Finalise() => functions->Finalize == 0
        ? CkRv.CKR_FUNCTION_NOT_SUPPORTED
        : (CkRv)((delegate* unmanaged[Cdecl]<nint, nuint>)functions->Finalize)(0);

    /// <summary>The slots with a token in them.</summary>
    public nuint[] Slots()
    {
        const string call = "C_GetSlotList";
        var list = (delegate* unmanaged[Cdecl]<byte, nuint*, nuint*, nuint>)There(functions->GetSlotList, call);
        for (var reading = 1; ; reading++)
        {
            nuint count = 0;
            Check(call, list(1, null, &count));
            var slots = new nuint[Plausible(call, count, SlotsMax)];
            CkRv value;
            fixed (nuint* first = slots)
                value = slots.Length == 0 ? CkRv.CKR_OK : (CkRv)list(1, first, &count);
            if (value == CkRv.CKR_BUFFER_TOO_SMALL && reading < SlotListReadings)
                continue;
            Check(call, (nuint)value);
            return slots[..Plausible(call, count, slots.Length)];
        }
    }

    public CkTokenInfo TokenInfo(nuint slot)
    {
        const string call = "C_GetTokenInfo";
        CkTokenInfo info = default;
        Check(call, ((delegate* unmanaged[Cdecl]<nuint, CkTokenInfo*, nuint>)There(functions->GetTokenInfo, call))(slot, &info));
        return info;
    }

    public CkMechanismInfo MechanismInfo(nuint slot, uint mechanism)
    {
        const string call = "C_GetMechanismInfo";
        CkMechanismInfo info = default;
        Check(call, ((delegate* unmanaged[Cdecl]<nuint, nuint, CkMechanismInfo*, nuint>)There(functions->GetMechanismInfo, call))(slot, mechanism, &info));
        return info;
    }

    /// <summary>Always one that may write: sessions that only read keep the administrator out (CKR_SESSION_READ_ONLY_EXISTS).</summary>
    public nuint OpenSession(nuint slot)
    {
        const string call = "C_OpenSession";
        nuint session = 0;
        Check(call, ((delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)There(functions->OpenSession, call))(
            slot, Ckf.RwSession | Ckf.SerialSession, 0, 0, &session));
        return session;
    }

    /// <summary>Nobody can do anything about a session that does not close: the answer is for whoever wants to know.</summary>
    public CkRv CloseSession(nuint session) => functions->CloseSession == 0
        ? CkRv.CKR_FUNCTION_NOT_SUPPORTED
        : (CkRv)((delegate* unmanaged[Cdecl]<nuint, nuint>)functions->CloseSession)(session);

    public void Login(nuint session, Cku user, ReadOnlySpan<byte> pin)
    {
        const string call = "C_Login";
        fixed (byte* octets = pin)
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)There(functions->Login, call))(session, (nuint)user, octets, (nuint)pin.Length));
    }

    public void Logout(nuint session)
    {
        const string call = "C_Logout";
        Check(call, ((delegate* unmanaged[Cdecl]<nuint, nuint>)There(functions->Logout, call))(session));
    }

    public void InitPin(nuint session, ReadOnlySpan<byte> pin)
    {
        const string call = "C_InitPIN";
        fixed (byte* octets = pin)
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, nuint>)There(functions->InitPIN, call))(session, octets, (nuint)pin.Length));
    }

    public void SetPin(nuint session, ReadOnlySpan<byte> present, ReadOnlySpan<byte> next)
    {
        const string call = "C_SetPIN";
        fixed (byte* old = present)
        fixed (byte* octets = next)
        {
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint, nuint>)There(functions->SetPIN, call))(
                session, old, (nuint)present.Length, octets, (nuint)next.Length));
        }
    }

    /// <summary>At most so many objects that the template fits.</summary>
    public nuint[] Find(nuint session, AttributeTemplate template, int objectsMax)
    {
        const string call = "C_FindObjects";
        Begin(session, template);
        var objects = new nuint[objectsMax];
        nuint count = 0;
        fixed (nuint* first = objects)
        {
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, nuint*, nuint, nuint*, nuint>)There(functions->FindObjects, call))(
                session, first, (nuint)objectsMax, &count));
        }

        // Where the search itself failed the session is given up, and its search with it.
        Check("C_FindObjectsFinal", ((delegate* unmanaged[Cdecl]<nuint, nuint>)There(functions->FindObjectsFinal, "C_FindObjectsFinal"))(session));
        return objects[..Plausible(call, count, objectsMax)];
    }

    /// <summary>Null where the object has no such attribute, or keeps it to itself.</summary>
    public byte[]? Attribute(nuint session, nuint @object, uint type)
    {
        const string call = "C_GetAttributeValue";
        var read = (delegate* unmanaged[Cdecl]<nuint, nuint, CkAttribute*, nuint, nuint>)There(functions->GetAttributeValue, call);
        var attribute = new CkAttribute { Type = type };
        var asked = (CkRv)read(session, @object, &attribute, 1);
        if (asked is CkRv.CKR_ATTRIBUTE_TYPE_INVALID or CkRv.CKR_ATTRIBUTE_SENSITIVE)
            return null;
        Check(call, (nuint)asked);
        var value = new byte[Plausible(call, attribute.Length, ValueLengthMax)];
        if (value.Length == 0)
            return value;
        fixed (byte* first = value)
        {
            attribute.Value = (nint)first;
            Check(call, read(session, @object, &attribute, 1));
        }

        return value[..Plausible(call, attribute.Length, value.Length)];
    }

    public void GenerateKeyPair(nuint session, uint mechanism, AttributeTemplate publicKey, AttributeTemplate privateKey)
    {
        const string call = "C_GenerateKeyPair";
        var how = new CkMechanism { Mechanism = mechanism };
        nuint made = 0, madePrivate = 0;
        CkAttribute[] ofPublic = publicKey.Pinned(), ofPrivate = privateKey.Pinned();
        fixed (CkAttribute* publicFirst = ofPublic)
        fixed (CkAttribute* privateFirst = ofPrivate)
        {
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, CkMechanism*, CkAttribute*, nuint, CkAttribute*, nuint, nuint*, nuint*, nuint>)
                There(functions->GenerateKeyPair, call))(
                session, &how, publicFirst, (nuint)ofPublic.Length, privateFirst, (nuint)ofPrivate.Length, &made, &madePrivate));
        }

        GC.KeepAlive(publicKey);
        GC.KeepAlive(privateKey);
    }

    public void SignInit(nuint session, uint mechanism, ReadOnlySpan<byte> parameter, nuint key)
    {
        const string call = "C_SignInit";
        fixed (byte* octets = parameter)
        {
            var how = new CkMechanism { Mechanism = mechanism, Parameter = (nint)octets, ParameterLength = (nuint)parameter.Length };
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, CkMechanism*, nuint, nuint>)There(functions->SignInit, call))(session, &how, key));
        }
    }

    public byte[] Sign(nuint session, ReadOnlySpan<byte> data)
    {
        const string call = "C_Sign";
        Span<byte> signature = stackalloc byte[2048];
        var length = (nuint)signature.Length;
        fixed (byte* octets = data)
        fixed (byte* first = signature)
        {
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, byte*, nuint, byte*, nuint*, nuint>)There(functions->Sign, call))(
                session, octets, (nuint)data.Length, first, &length));
        }

        return signature[..Plausible(call, length, signature.Length)].ToArray();
    }

    private void Begin(nuint session, AttributeTemplate template)
    {
        const string call = "C_FindObjectsInit";
        var attributes = template.Pinned();
        fixed (CkAttribute* first = attributes)
        {
            Check(call, ((delegate* unmanaged[Cdecl]<nuint, CkAttribute*, nuint, nuint>)There(functions->FindObjectsInit, call))(
                session, first, (nuint)attributes.Length));
        }

        GC.KeepAlive(template);
    }

    private static nint There(nint function, string call) => function != 0 ? function : throw new CryptokiFailure(call, CkRv.CKR_FUNCTION_NOT_SUPPORTED);

    private static void Check(string call, nuint value)
    {
        if ((CkRv)value != CkRv.CKR_OK)
            throw new CryptokiFailure(call, (CkRv)value);
    }

    private static int Plausible(string call, nuint length, int lengthMax) =>
        length <= (nuint)lengthMax ? (int)length : throw Tokens.TokenRefusals.AnswerMalformed(call);
}
