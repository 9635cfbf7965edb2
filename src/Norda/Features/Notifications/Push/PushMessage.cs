using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Norda.Features.Notifications.Push;

/// <summary>A message that only one browser can read (RFC 8291, aes128gcm of RFC 8188): the push server between sees its length alone.</summary>
internal static class PushMessage
{
    /// <summary>Longer ones some push servers refuse.</summary>
    public const int LongestText = 3_000;

    private const int KeyLength = 65;
    private const int SaltLength = 16;
    private const int TagLength = 16;
    private const int RecordSize = 4096;
    private const byte LastRecord = 2;

    /// <param name="p256dh">The browser's public key.</param>
    /// <param name="auth">The secret that it shares with us.</param>
    public static byte[] Seal(string text, string p256dh, string auth)
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(Encoding.UTF8.GetBytes(text), Base64Url.DecodeFromChars(p256dh), Base64Url.DecodeFromChars(auth), once, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>With a given key and salt, as the example of the RFC has them.</summary>
    internal static byte[] Seal(byte[] text, byte[] browser, byte[] auth, ECDiffieHellman own, byte[] salt)
    {
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PushPoint.Read(browser) });
        var mine = PushPoint.Write(own.ExportParameters(false).Q);
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. browser, .. mine]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        byte[] plain = [.. text, LastRecord];
        var message = new byte[SaltLength + sizeof(int) + 1 + KeyLength + plain.Length + TagLength];
        salt.CopyTo(message, 0);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(SaltLength), RecordSize);
        message[SaltLength + sizeof(int)] = KeyLength;
        mine.CopyTo(message, SaltLength + sizeof(int) + 1);
        var body = message.AsSpan(SaltLength + sizeof(int) + 1 + KeyLength);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, body[..plain.Length], body[plain.Length..]);
        return message;
    }
}

/// <summary>A point of the curve P-256 as 65 bytes: four, x, y.</summary>
internal static class PushPoint
{
    private const int Coordinate = 32;
    private const byte Uncompressed = 4;

    public static ECPoint Read(byte[] point) => point is [Uncompressed, ..] && point.Length == 1 + 2 * Coordinate
        ? new ECPoint { X = point[1..(1 + Coordinate)], Y = point[(1 + Coordinate)..] } : throw new CryptographicException("No point of P-256.");

    public static byte[] Write(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];
}
