using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Norda.Features.Fees.Online;

/// <summary>
/// Signatures of Przelewy24: SHA-384 of the fields and the secret as JSON, in the order of the documentation, with letters and slashes as they are.
/// </summary>
internal static class Przelewy24Sign
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string OfRegister(string sessionId, int merchantId, int amount, string currency, string crc) => Of(new { sessionId, merchantId, amount, currency, crc });

    public static string OfVerify(string sessionId, long orderId, int amount, string currency, string crc) => Of(new { sessionId, orderId, amount, currency, crc });

    public static string OfPaid(Przelewy24Paid paid, string crc) =>
        Of(new { merchantId = paid.MerchantId, posId = paid.PosId, sessionId = paid.SessionId, amount = paid.Amount, originAmount = paid.OriginAmount, currency = paid.Currency, orderId = paid.OrderId, methodId = paid.MethodId, statement = paid.Statement, crc });

    public static string OfRefund(Przelewy24Refund refund, string crc) =>
        Of(new { orderId = refund.OrderId, sessionId = refund.SessionId, refundsUuid = refund.RefundsUuid, merchantId = refund.MerchantId, amount = refund.Amount, currency = refund.Currency, status = refund.Status, crc });

    /// <summary>In the same time wherever the first difference is.</summary>
    public static bool Same(string expected, string? sign) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sign ?? ""));

    private static string Of<T>(T fields) => Convert.ToHexStringLower(SHA384.HashData(JsonSerializer.SerializeToUtf8Bytes(fields, Plain)));
}

/// <summary>The notice of a payment as Przelewy24 posts it.</summary>
internal sealed record Przelewy24Paid(int MerchantId, int PosId, string SessionId, int Amount, int OriginAmount, string Currency, long OrderId, int MethodId, string Statement, string Sign);

/// <summary>The notice of a refund as Przelewy24 posts it; status 0 is done, 1 is rejected.</summary>
internal sealed record Przelewy24Refund(long OrderId, string SessionId, int MerchantId, string? RequestId, string RefundsUuid, int Amount, string Currency, int Status, string Sign);
