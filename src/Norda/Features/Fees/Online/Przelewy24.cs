using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Norda.Features.Fees.Online;

/// <summary>Online payments by Przelewy24, REST API v1.</summary>
public sealed class Przelewy24(Przelewy24Client client, IOptions<Przelewy24Options> options) : IPaymentOperator
{
    private const int MinutesToPay = 60;
    private const int RejectedRefund = 4;

    /// <summary>States of a transaction: an advance is paid and not verified yet.</summary>
    private const int Advance = 1;
    private const int Made = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private Przelewy24Options Keys => options.Value;

    public bool IsOn => Keys.IsOn;

    public string Origin => Keys.Origin;

    public string PageOf(string token) => $"{Origin}/trnRequest/{Uri.EscapeDataString(token)}";

    public async Task<OperatorAnswer> Register(OnlineOrder order, CancellationToken cancel)
    {
        var amount = OperatorSum.Of(order.Amount);
        var (answer, data) = await client.Send(HttpMethod.Post, "transaction/register", new
        {
            merchantId = Keys.MerchantId, posId = Keys.Shop, sessionId = order.SessionId, amount, currency = OperatorSum.Currency, description = order.Description, email = order.Email,
            country = "PL", language = order.IsEnglish ? "en" : "pl", urlReturn = order.ReturnTo, urlStatus = order.NoticeTo, timeLimit = MinutesToPay, encoding = "UTF-8",
            sign = Przelewy24Sign.OfRegister(order.SessionId, Keys.MerchantId!.Value, amount, OperatorSum.Currency, Keys.Crc!),
        }, cancel);
        return answer.Word != OperatorWord.Done ? answer : Text(data, "token") is { Length: > 0 } token ? new(OperatorWord.Done, token) : new(OperatorWord.Away);
    }

    public PaidNotice? ReadPaid(ReadOnlySpan<byte> body) =>
        Read<Przelewy24Paid>(body) is { } paid && Przelewy24Sign.Same(Przelewy24Sign.OfPaid(paid, Keys.Crc!), paid.Sign) && (paid.MerchantId, paid.PosId) == (Keys.MerchantId!.Value, Keys.Shop)
            ? new(paid.SessionId, paid.OrderId, paid.Amount, paid.OriginAmount, paid.Currency)
            : null;

    public RefundNotice? ReadRefund(ReadOnlySpan<byte> body) =>
        Read<Przelewy24Refund>(body) is { } refund && Przelewy24Sign.Same(Przelewy24Sign.OfRefund(refund, Keys.Crc!), refund.Sign) && refund.MerchantId == Keys.MerchantId
            ? new(refund.SessionId, refund.RefundsUuid, refund.Status == 1)
            : null;

    public async Task<OperatorAnswer> Verify(PaidNotice paid, CancellationToken cancel)
    {
        var (answer, data) = await client.Send(HttpMethod.Put, "transaction/verify", new
        {
            merchantId = Keys.MerchantId, posId = Keys.Shop, sessionId = paid.SessionId, amount = paid.Amount, currency = paid.Currency, orderId = paid.OrderId,
            sign = Przelewy24Sign.OfVerify(paid.SessionId, paid.OrderId, paid.Amount, paid.Currency, Keys.Crc!),
        }, cancel);
        return answer.Word == OperatorWord.Done && Text(data, "status") != "success" ? new(OperatorWord.Away) : answer;
    }

    public async Task<(OperatorAnswer Answer, PaidNotice? Paid)> Find(string sessionId, CancellationToken cancel)
    {
        var (answer, data) = await client.Send(HttpMethod.Get, "transaction/by/sessionId/" + Uri.EscapeDataString(sessionId), null, cancel);
        if (answer.Word != OperatorWord.Done)
            return (answer, null);
        var state = Number(data, "status");
        if (state is not (Advance or Made) || Number(data, "orderId") is not { } order || Number(data, "amount") is not { } amount)
            return (new(OperatorWord.Refused), null);
        return (answer, new(Text(data, "sessionId") ?? "", order, (int)amount, (int)amount, Text(data, "currency") ?? "", state == Made));
    }

    public async Task<OperatorAnswer> Refund(RefundOrder order, bool again, CancellationToken cancel)
    {
        if (again && await IsRefunded(order, cancel) is { Word: not OperatorWord.Refused } known)
            return known;
        var (answer, _) = await client.Send(HttpMethod.Post, "transaction/refund", new
        {
            requestId = order.Key, refunds = new[] { new { orderId = order.OrderId, sessionId = order.SessionId, amount = OperatorSum.Of(order.Amount), description = order.Description } }, refundsUuid = order.Key, urlStatus = order.NoticeTo,
        }, cancel);
        return answer;
    }

    /// <returns>Done when a refund with our key is there, Refused when there is none.</returns>
    private async Task<OperatorAnswer> IsRefunded(RefundOrder order, CancellationToken cancel)
    {
        var (answer, data) = await client.Send(HttpMethod.Get, "refund/by/orderId/" + order.OrderId.ToString(CultureInfo.InvariantCulture), null, cancel);
        if (answer.Word != OperatorWord.Done)
            return answer;
        var refunds = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("refunds", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        return refunds.Any(r => Text(r, "requestId") == order.Key && Number(r, "status") != RejectedRefund) ? answer : new(OperatorWord.Refused);
    }

    /// <summary>Fields that we do not know are passed over: the operator may add some.</summary>
    private static T? Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement data, string name) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Numbers come as numbers or as text.</summary>
    private static long? Number(JsonElement data, string name) => data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : long.TryParse(Text(data, name), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
}
