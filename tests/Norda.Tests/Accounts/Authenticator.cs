using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Norda.Tests.Accounts;

/// <summary>A telephone that makes and shows keys as WebAuthn wants it: ES256, without attestation. Its owner may be careless in any way a test needs.</summary>
internal sealed class Authenticator : IDisposable
{
    private const string Site = "localhost";
    private const byte Present = 0x01, Verified = 0x04, WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private byte[] _owner = [];

    public string Origin { get; set; } = "http://localhost";
    public bool IsVerified { get; set; } = true;

    /// <summary>Grows with every use; a copy of the key falls behind.</summary>
    public uint Counter { get; set; } = 1;

    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _owner = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("user").GetProperty("id").GetString());
        var client = Client("webauthn.create", asked);
        byte[] attested = [.. Data(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)attested.Length, .. attested];
        return Answer(new { attestationObject = Base64Url.EncodeToString(attestation), clientDataJSON = Base64Url.EncodeToString(client), transports = new[] { "internal" } });
    }

    public string Show(string options)
    {
        using var asked = JsonDocument.Parse(options);
        Counter++;
        var (client, data) = (Client("webauthn.get", asked), Data(0));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new
        {
            authenticatorData = Base64Url.EncodeToString(data), clientDataJSON = Base64Url.EncodeToString(client),
            signature = Base64Url.EncodeToString(signature), userHandle = Base64Url.EncodeToString(_owner),
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Base64Url.EncodeToString(_id), rawId = Base64Url.EncodeToString(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response,
    });

    private byte[] Client(string type, JsonDocument asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private byte[] Data(byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site)), (byte)(Present | (IsVerified ? Verified : 0) | more), .. count];
    }

    /// <summary>COSE: kty 2, alg -7, crv 1, x, y.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
