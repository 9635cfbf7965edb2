using System.Security.Cryptography;
using System.Text;
using System.Buffers.Text;

namespace Norda.Features.Directory.Requests;

/// <summary>The part of a link that lets in: 256 bits, kept as their hash alone.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
