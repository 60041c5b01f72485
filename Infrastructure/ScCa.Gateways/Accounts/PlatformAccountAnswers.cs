using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Accounts;

/// <summary>What an answer means: <c>{"reference": "…"}</c> for an account that is confirmed, <c>{"code": "…"}</c> for one that is not.</summary>
internal static class PlatformAccountAnswers
{
    private const int ReferenceLengthMax = 64;

    // Two members of one name are two answers: which one counts would be the parser's choice.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <exception cref="HttpRequestException">The answer is none. Its words are not quoted.</exception>
    public static PlatformAccountCheck Read(RemoteAnswer answer, ImmutableDictionary<string, PlatformAccountAnswer> codes)
    {
        var (reference, code) = answer.Status is >= 200 and < 300 ? Members(answer.Body) : (null, null);
        return (reference, code) switch
        {
            ({ } confirmed, null) when IsReference(confirmed) => new PlatformAccountCheck(PlatformAccountAnswer.Confirmed, confirmed),
            (null, { } refused) => new PlatformAccountCheck(codes.GetValueOrDefault(refused, PlatformAccountAnswer.NotConfirmed), Reference: null),
            _ when answer.Status is >= 400 and < 500 => new PlatformAccountCheck(PlatformAccountAnswer.Unavailable, Reference: null),
            _ => throw new HttpRequestException(
                HttpRequestError.InvalidResponse, "The platform's answer about an account cannot be read.", statusCode: (System.Net.HttpStatusCode)answer.Status),
        };
    }

    private static (string? Reference, string? Code) Members(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? (Text(root, "reference"), Text(root, "code")) : (null, null);
        }
        catch (Exception reason) when (reason is JsonException or InvalidOperationException)
        {
            // No JSON, or a text of halved surrogates: there is nothing in it.
            return (null, null);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsReference(string text) => text.Length is > 0 and <= ReferenceLengthMax && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
