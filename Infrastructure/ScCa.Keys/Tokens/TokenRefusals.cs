using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>Every refusal about tokens, with its texts; which answer of a module becomes which is at the end.</summary>
internal static class TokenRefusals
{
    public static TokenRefusedException ModuleMissing(string path) => new(
        TokenRefusal.ModuleMissing,
        $"找不到 PKCS#11 库文件 {path}。请检查配置的路径，或先安装密码设备的驱动。",
        $"There is no PKCS#11 library {path}. Check the configured path, or install the device's software first.");

    public static TokenRefusedException ModuleUnusable(string path) => new(
        TokenRefusal.ModuleUnusable,
        $"{path} 无法加载，或不是 PKCS#11 库（没有可用的 C_GetFunctionList）。请检查路径、位数和它依赖的库。",
        $"{path} cannot be loaded, or is no PKCS#11 library (no C_GetFunctionList that answers). Check the path, that it is built for this machine, and what it depends on.");

    public static TokenRefusedException PlatformUnsupported() => new(
        TokenRefusal.PlatformUnsupported,
        "Windows 上不支持 PKCS#11 设备。请在 Linux 上运行，或改用密钥文件。",
        "PKCS#11 tokens are not supported on Windows. Run on Linux, or use a key file.");

    public static TokenRefusedException TokenAbsent(string token, CryptokiFailure? fault = null) => new(
        TokenRefusal.TokenAbsent,
        $"找不到密码设备 {token}。请插入设备或检查其连接、标签和序列号；插回后无需重启。",
        $"The token {token} is not there. Insert it, or check its connection, label and serial number; nothing has to be restarted.",
        fault) { Call = fault?.Call, ReturnValue = (ulong?)fault?.Value };

    public static TokenRefusedException TokenAmbiguous(string token) => new(
        TokenRefusal.TokenAmbiguous,
        $"有多个密码设备符合 {token}。请同时配置标签和序列号。",
        $"Several tokens are described by {token}. Configure label and serial number.");

    public static TokenRefusedException TokenNotInitialised(string token) => new(
        TokenRefusal.TokenNotInitialised,
        $"密码设备 {token} 尚未初始化。请用厂商工具初始化并设置口令。",
        $"The token {token} is not initialised. Initialise it with its maker's tool and set its PINs.");

    public static TokenRefusedException TokenBusy() => new(
        TokenRefusal.TokenBusy,
        "密码设备正忙，等待超时。请稍后再试；经常出现时请增加会话数或更换更快的设备。",
        "The token is busy, and has been for as long as may be waited. Try again later; where it happens often, allow more sessions or use a faster token.");

    public static TokenRefusedException PinIncorrect(PinOwner owner, PinTries? tries, bool wasTried, CryptokiFailure? fault = null) => About(
        fault, owner, tries, TokenRefusal.PinIncorrect,
        $"{Whose(owner).ZhCn}不正确{(wasTried ? "" : "：设备已拒绝过同一口令，未再次尝试，以免锁定")}。{Left(tries).ZhCn}请更正口令后再试；如忘记口令，请由管理员重置。",
        $"{Whose(owner).En} is wrong{(wasTried ? "" : ": the token has refused it before, and it was not tried again so as not to lock the token")}. {Left(tries).En}Correct it and try again; where it is forgotten, the administrator resets it.");

    public static TokenRefusedException PinLocked(PinOwner owner, CryptokiFailure? fault = null) => About(
        fault, owner, PinTries.None, TokenRefusal.PinLocked,
        owner == PinOwner.User
            ? "口令已锁定。请由管理员解锁并重置口令；设备不必拔出，也无需重启。"
            : "管理员口令已锁定，无法解锁。请联系设备厂商；设备只能重新初始化，其中的密钥将丢失。",
        owner == PinOwner.User
            ? "The PIN is locked. The administrator unlocks it by setting a new one; the token stays inserted and nothing is restarted."
            : "The administrator's PIN is locked, and nothing unlocks it. Ask the token's maker; the token can only be initialised anew, and loses its keys.");

    public static TokenRefusedException PinOnLastTry() => About(
        null, PinOwner.User, PinTries.Last, TokenRefusal.PinOnLastTry,
        "口令只剩最后一次尝试机会，程序不会自动使用。请由知道口令的人验证一次口令（成功后次数恢复），或由管理员重置。",
        "One try is left for the PIN; a program does not use it up. Have somebody who knows the PIN verify it once, which restores the tries, or the administrator reset it.");

    public static TokenRefusedException PinNotSet(CryptokiFailure? fault = null) => About(
        fault, PinOwner.User, null, TokenRefusal.PinNotSet,
        "设备尚未设置用户口令。请由管理员设置初始口令。",
        "The token has no user PIN yet. The administrator sets the first one.");

    public static TokenRefusedException PinUnacceptable(PinOwner owner, nuint lengthMin, nuint lengthMax) => About(
        null, owner, null, TokenRefusal.PinUnacceptable,
        $"{Whose(owner).ZhCn}的长度须为 {lengthMin} 至 {lengthMax}。请更正口令；未作尝试。",
        $"{Whose(owner).En} has to be {lengthMin} to {lengthMax} long. Correct it; it was not tried.");

    public static TokenRefusedException KeyNotFound(TokenKeyAddress key) => new(
        TokenRefusal.KeyNotFound,
        $"设备中没有私钥 {key}。请检查密钥的标签和标识（CKA_LABEL、CKA_ID）。",
        $"The token has no private key {key}. Check the key's label and id (CKA_LABEL, CKA_ID).");

    public static TokenRefusedException KeyAmbiguous(TokenKeyAddress key) => new(
        TokenRefusal.KeyAmbiguous,
        $"设备中有多个密钥符合 {key}。请同时配置标签和标识。",
        $"The token has several keys that are described by {key}. Configure label and id.");

    public static TokenRefusedException KeyAlreadyThere(TokenKeyAddress key) => new(
        TokenRefusal.KeyAlreadyThere,
        $"设备中已有密钥 {key}，不会覆盖。请换一个标签。",
        $"The token has a key {key} already, which is never overwritten. Choose another label.");

    public static TokenRefusedException PublicKeyMissing(TokenKeyAddress key) => new(
        TokenRefusal.PublicKeyMissing,
        $"设备中没有与私钥 {key} 对应的公钥对象。请把公钥以相同的标识写入设备。",
        $"The token has no public key object for the private key {key}. Write the public key to the token under the same id.");

    public static TokenRefusedException KeyUnsuitable(string key, CryptokiFailure? fault = null) => new(
        TokenRefusal.KeyUnsuitable,
        $"密钥 {key} 不能使用：须为可签名的 P-256、RSA（不少于 2048 位）或已配置机制的 SM2 密钥。请换用合适的密钥。",
        $"The key {key} cannot be used: a key that may sign is needed, on P-256, RSA of at least 2048 bits, or SM2 with the maker's mechanisms configured. Use another key.",
        fault) { Call = fault?.Call, ReturnValue = (ulong?)fault?.Value };

    public static TokenRefusedException KeyExposed(TokenKeyAddress key) => new(
        TokenRefusal.KeyExposed,
        $"私钥 {key} 可以明文读出（CKA_SENSITIVE 为假），不予使用。请在设备内重新生成密钥。",
        $"The private key {key} can be read in clear (CKA_SENSITIVE is false) and is not used. Generate a new one inside the token.");

    public static TokenRefusedException MechanismUnsupported(string mechanism, CryptokiFailure? fault = null) => new(
        TokenRefusal.MechanismUnsupported,
        $"设备不支持所需的机制 {mechanism}。请检查厂商机制配置，或换用支持该算法的设备。",
        $"The token does not support the mechanism that is needed, {mechanism}. Check the description of the maker's mechanisms, or use a token that knows the algorithm.",
        fault) { Call = fault?.Call, ReturnValue = (ulong?)fault?.Value };

    public static TokenRefusedException SignatureWrong(string key) => new(
        TokenRefusal.SignatureWrong,
        $"设备用密钥 {key} 做出的签名验证不通过，未予放行。请检查厂商机制配置（Z 值、编码），并检测设备。",
        $"The signature that the token made with the key {key} does not verify and was not released. Check the description of the maker's mechanisms (Z, encoding), and have the token tested.");

    public static TokenRefusedException AnswerMalformed(string call) => new(
        TokenRefusal.AnswerMalformed,
        $"PKCS#11 库对 {call} 的回答不合理。请检查库的版本，或联系设备厂商。",
        $"The PKCS#11 library's answer to {call} makes no sense. Check the library's version, or ask the token's maker.") { Call = call };

    public static TokenRefusedException VendorFileUnusable(string file, string zhCn, string en) => new(
        TokenRefusal.VendorFileUnusable,
        $"厂商机制文件 {file} 不能使用：{zhCn}请对照运维文档改正。",
        $"The description of a maker's mechanisms {file} cannot be used: {en} Correct it as the operations guide says.");

    /// <summary>What an answer means to whoever asked for the operation.</summary>
    public static TokenRefusedException Of(CryptokiFailure fault, string token, PinOwner owner = PinOwner.User, PinTries? tries = null) => fault.Value switch
    {
        CkRv.CKR_DEVICE_REMOVED or CkRv.CKR_TOKEN_NOT_PRESENT or CkRv.CKR_TOKEN_NOT_RECOGNIZED or CkRv.CKR_SLOT_ID_INVALID => TokenAbsent(token, fault),
        CkRv.CKR_PIN_INCORRECT => PinIncorrect(owner, tries, wasTried: true, fault),
        CkRv.CKR_PIN_LOCKED => PinLocked(owner, fault),
        CkRv.CKR_USER_PIN_NOT_INITIALIZED => PinNotSet(fault),
        CkRv.CKR_PIN_EXPIRED => PinExpired(owner, fault),
        CkRv.CKR_PIN_INVALID or CkRv.CKR_PIN_LEN_RANGE or CkRv.CKR_PIN_TOO_WEAK => PinUnacceptable(owner, fault),
        CkRv.CKR_SESSION_COUNT => SessionsExhausted(fault),
        CkRv.CKR_USER_ANOTHER_ALREADY_LOGGED_IN or CkRv.CKR_USER_TOO_MANY_TYPES or CkRv.CKR_SESSION_READ_ONLY_EXISTS
            or CkRv.CKR_SESSION_READ_WRITE_SO_EXISTS => TokenInUse(fault),
        CkRv.CKR_TOKEN_WRITE_PROTECTED or CkRv.CKR_SESSION_READ_ONLY => TokenWriteProtected(fault),
        CkRv.CKR_MECHANISM_INVALID or CkRv.CKR_MECHANISM_PARAM_INVALID or CkRv.CKR_CURVE_NOT_SUPPORTED or CkRv.CKR_DOMAIN_PARAMS_INVALID
            => MechanismUnsupported(fault.Call, fault),
        CkRv.CKR_KEY_TYPE_INCONSISTENT or CkRv.CKR_KEY_FUNCTION_NOT_PERMITTED or CkRv.CKR_KEY_SIZE_RANGE => KeyUnsuitable(fault.Call, fault),
        _ => DeviceFault(fault),
    };

    private static TokenRefusedException PinExpired(PinOwner owner, CryptokiFailure fault) => About(
        fault, owner, null, TokenRefusal.PinExpired,
        $"{Whose(owner).ZhCn}已过期。请先修改口令。",
        $"{Whose(owner).En} has expired. Change it first.");

    private static TokenRefusedException PinUnacceptable(PinOwner owner, CryptokiFailure fault) => About(
        fault, owner, null, TokenRefusal.PinUnacceptable,
        $"设备不接受这样的{Whose(owner).ZhCn}（长度或组成不符合要求）。请换一个口令。",
        $"The token does not take {Whose(owner).En.ToLowerInvariant()} like this: too short, too long or too simple. Choose another one.");

    private static TokenRefusedException SessionsExhausted(CryptokiFailure fault) => new(
        TokenRefusal.SessionsExhausted,
        "密码设备已没有空闲会话。请减少同时使用设备的程序，或把会话数调小。",
        "The token has no session left. Let fewer programs use it at once, or configure fewer sessions.",
        fault) { Call = fault.Call, ReturnValue = (ulong)fault.Value };

    private static TokenRefusedException TokenInUse(CryptokiFailure fault) => new(
        TokenRefusal.TokenInUse,
        "本进程的另一部分正以其他身份登录设备。请等它结束后再试。",
        "Another part of this process is logged in to the token as somebody else. Try again when it is done.",
        fault) { Call = fault.Call, ReturnValue = (ulong)fault.Value };

    private static TokenRefusedException TokenWriteProtected(CryptokiFailure fault) => new(
        TokenRefusal.TokenWriteProtected,
        "密码设备处于写保护状态。请解除写保护后再试。",
        "The token is write protected. Take the protection off and try again.",
        fault) { Call = fault.Call, ReturnValue = (ulong)fault.Value };

    private static TokenRefusedException DeviceFault(CryptokiFailure fault) => new(
        TokenRefusal.DeviceFault,
        $"密码设备出错：{fault.Message}。请稍后再试；反复出现时请检查设备、连接和驱动。",
        $"The token failed: {fault.Message}. Try again; where it happens repeatedly, check the device, its connection and its software.",
        fault) { Call = fault.Call, ReturnValue = (ulong)fault.Value };

    private static TokenRefusedException About(CryptokiFailure? fault, PinOwner owner, PinTries? tries, TokenRefusal refusal, string zhCn, string en) =>
        new(refusal, zhCn, en, fault) { Pin = owner, TriesLeft = tries, Call = fault?.Call, ReturnValue = (ulong?)fault?.Value };

    private static (string ZhCn, string En) Whose(PinOwner owner) => owner == PinOwner.User ? ("口令", "The PIN") : ("管理员口令", "The administrator's PIN");

    private static (string ZhCn, string En) Left(PinTries? tries) => tries switch
    {
        PinTries.None => ("已无剩余次数。", "No tries are left. "),
        PinTries.Last => ("只剩一次机会。", "One try is left. "),
        PinTries.Fewer => ("剩余次数已减少。", "Fewer tries are left than there were. "),
        _ => ("", ""),
    };
}
