using System.Security.Cryptography;
using System.Text.Json;

namespace Norda.Features.Directory.Editor;

/// <summary>What a form showed when it was opened: if the stored values have another one by the time it comes back, someone else was there.</summary>
public static class Fingerprint
{
    public static string Of(IReadOnlyDictionary<string, string?> values) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values.Where(v => v.Value is not null).OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary()))[..16]);
}
