using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways;
using ScCa.Gateways.WeChat;
using ScCa.Keys;

namespace ScCa.Composition.Gateways;

/// <summary>WeChat Pay as it is configured.</summary>
internal static class WeChatRegistration
{
    private const int KeyFileLengthMax = 16 * 1024;

    public static void AddWeChat(this IServiceCollection services, ScCaOptions options)
    {
        if (options.WeChat is { } merchant)
        {
            services.TryAddSingleton<IWeChatPayments>(provider => new WeChatPayments(
                new WeChatPayOptions(merchant.MerchantId, merchant.AppId, merchant.MerchantSerial, merchant.NoticeUrl), Keys(merchant),
                provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        }
    }

    private static WeChatPayKeys Keys(WeChatMerchant merchant)
    {
        using var apiKey = Password.FromFile(merchant.ApiKeyFile);
        return new WeChatPayKeys(
            MerchantKey(merchant.MerchantKeyFile), merchant.PlatformKeyFiles.ToDictionary(f => f.Key, f => PlatformKey(f.Value), StringComparer.Ordinal),
            apiKey.Characters);
    }

    private static RSA MerchantKey(string file)
    {
        var content = PrivateFile.Read(file, KeyFileLengthMax);
        var text = GC.AllocateArray<char>(content.Length, pinned: true);
        try
        {
            return Pem(text.AsSpan(0, Encoding.ASCII.GetChars(content, text)), file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            Array.Clear(text);
        }
    }

    private static RSA PlatformKey(string file) => File.Exists(file) ? Pem(File.ReadAllText(file), file) : throw Unusable(file);

    private static RSA Pem(ReadOnlySpan<char> text, string file)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(text);
            return key;
        }
        catch (Exception reason) when (reason is ArgumentException or CryptographicException)
        {
            key.Dispose();
            // The inner exception could quote the file; it is not passed on.
            throw Unusable(file);
        }
    }

    private static GatewayRefusedException Unusable(string file) =>
        new($"{file} 不是可用的 PEM 密钥文件。", $"{file} is no PEM file with a key that can be used.");
}
