using System.Runtime.InteropServices;
using ScCa.Keys.Tokens;

namespace ScCa.Keys.Cryptoki;

/// <summary>
/// A loaded module. Cryptoki is initialised once per process and module, however many tokens are used through it: who comes first initialises it, who goes
/// last finalises it, unless somebody else had initialised it before.
/// </summary>
internal sealed class CryptokiModule
{
    private static readonly Lock Registry = new();

    private static readonly Dictionary<nint, CryptokiModule> Modules = [];

    private readonly Lock life = new();

    private int users;

    private bool isOurs;

    private long generation;

    private CryptokiModule(nint functionList) => Calls = new CryptokiCalls(functionList);

    public CryptokiCalls Calls { get; }

    /// <summary>Changes whenever the module was initialised again: whatever was open before is gone.</summary>
    public long Generation => Interlocked.Read(ref generation);

    /// <summary>A library is never unloaded: modules start threads and register exit handlers, and crash where their code is gone.</summary>
    /// <exception cref="TokenRefusedException">There is no such library, or it is no module.</exception>
    public static unsafe CryptokiModule Load(string path)
    {
        if (OperatingSystem.IsWindows())
            throw TokenRefusals.PlatformUnsupported();
        if (!File.Exists(path))
            throw TokenRefusals.ModuleMissing(path);
        if (!NativeLibrary.TryLoad(Path.GetFullPath(path), out var library))
            throw TokenRefusals.ModuleUnusable(path);
        if (!NativeLibrary.TryGetExport(library, "C_GetFunctionList", out var getFunctionList))
            throw TokenRefusals.ModuleUnusable(path);
        nint functionList = 0;
        var value = (CkRv)((delegate* unmanaged[Cdecl]<nint*, nuint>)getFunctionList)(&functionList);
        return value == CkRv.CKR_OK && functionList != 0 ? Over(functionList) : throw TokenRefusals.ModuleUnusable(path);
    }

    /// <summary>A module whose function list is in the process already.</summary>
    public static CryptokiModule Over(nint functionList)
    {
        lock (Registry)
        {
            if (!Modules.TryGetValue(functionList, out var module))
                Modules.Add(functionList, module = new CryptokiModule(functionList));
            return module;
        }
    }

    /// <summary>Initialises it for the first user.</summary>
    public void Enter()
    {
        lock (life)
        {
            if (users == 0)
                Initialise();
            users++;
        }
    }

    /// <summary>Finalises it after the last user.</summary>
    public void Leave()
    {
        lock (life)
        {
            if (--users == 0 && isOurs)
                isOurs = Calls.Finalise() != CkRv.CKR_OK;
        }
    }

    /// <summary>Somebody finalised the module under its users, or it fell over: it is initialised again, once for all who notice.</summary>
    public void InitialiseAgain(long generationSeen)
    {
        lock (life)
        {
            if (generation == generationSeen)
                Initialise();
        }
    }

    private void Initialise()
    {
        var value = Calls.Initialise();
        if (value is not (CkRv.CKR_OK or CkRv.CKR_CRYPTOKI_ALREADY_INITIALIZED))
            throw new CryptokiFailure("C_Initialize", value);
        isOurs |= value == CkRv.CKR_OK;
        Interlocked.Increment(ref generation);
    }
}
