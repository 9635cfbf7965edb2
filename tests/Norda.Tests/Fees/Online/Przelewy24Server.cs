using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Norda.Tests.Fees.Online;

/// <summary>A transaction as the operator keeps it. Status: 0 no payment, 1 advance, 2 made, 3 returned.</summary>
internal sealed class Transaction
{
    public required string SessionId { get; init; }
    public required string Token { get; init; }
    public required int Amount { get; init; }
    public required JsonElement Registered { get; init; }
    public long OrderId { get; set; }
    public int Status { get; set; }
    public List<string> Refunds { get; } = [];
}

/// <summary>
/// Przelewy24 as its documentation of REST API v1 describes it, on this machine: signs with formulas of its own, not with the application's.
/// </summary>
internal sealed class Przelewy24Server : IAsyncDisposable
{
    public const int Merchant = 123_456;
    public const int Pos = 654_321;
    public const string ApiKey = "klucz-raportow-0123456789abcdef";
    public const string Crc = "crc/ąę\"0123456789";
    private WebApplication? http;
    private long orders = 310_000_000_000;
    private int verifications;

    public ConcurrentDictionary<string, Transaction> Transactions { get; } = new();

    /// <summary>Every call is answered with 500.</summary>
    public bool IsDown { get; set; }

    public bool RefusesToVerify { get; set; }

    /// <summary>Does what it is asked, and the answer gets lost on the way.</summary>
    public bool LosesAnswers { get; set; }

    public bool RefusesToRefund { get; set; }

    public int Verifications => verifications;

    public string Address => http!.Urls.First();

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        http = builder.Build();
        http.MapPost("/api/v1/transaction/register", (HttpRequest request) => Signed(request, Register));
        http.MapPut("/api/v1/transaction/verify", (HttpRequest request) => Signed(request, Verify));
        http.MapPost("/api/v1/transaction/refund", (HttpRequest request) => Signed(request, Refund));
        http.MapGet("/api/v1/transaction/by/sessionId/{session}", (HttpRequest request, string session) => Signed(request, _ => Find(session)));
        http.MapGet("/api/v1/refund/by/orderId/{order:long}", (HttpRequest request, long order) => Signed(request, _ => Refunds(order)));
        await http.StartAsync();
    }

    /// <summary>Somebody pays; the notice is signed and waits to be sent.</summary>
    public string Pay(string session, int? amount = null, string currency = "PLN", string crc = Crc)
    {
        if (Transactions.TryGetValue(session, out var known) && known.OrderId == 0)
            (known.OrderId, known.Status) = (Interlocked.Increment(ref orders), 1);
        var (order, sum) = (known?.OrderId ?? Interlocked.Increment(ref orders), amount ?? known?.Amount ?? 100);
        var sign = Sign($$"""{"merchantId":{{Merchant}},"posId":{{Pos}},"sessionId":"{{session}}","amount":{{sum}},"originAmount":{{sum}},"currency":"{{currency}}","orderId":{{order}},"methodId":154,"statement":"p24-A12/B34-ąć","crc":{{Quoted(crc)}}}""");
        return $$"""{"merchantId":{{Merchant}},"posId":{{Pos}},"sessionId":"{{session}}","amount":{{sum}},"originAmount":{{sum}},"currency":"{{currency}}","orderId":{{order}},"methodId":154,"statement":"p24-A12/B34-ąć","sign":"{{sign}}"}""";
    }

    /// <summary>The notice of what became of the transaction's last refund: 0 done, 1 rejected.</summary>
    public string RefundNotice(string session, int status)
    {
        var paid = Transactions[session];
        var key = paid.Refunds[^1];
        var sign = Sign($$"""{"orderId":{{paid.OrderId}},"sessionId":"{{session}}","refundsUuid":"{{key}}","merchantId":{{Merchant}},"amount":{{paid.Amount}},"currency":"PLN","status":{{status}},"crc":{{Quoted(Crc)}}}""");
        return $$"""{"orderId":{{paid.OrderId}},"sessionId":"{{session}}","merchantId":{{Merchant}},"requestId":"{{key}}","refundsUuid":"{{key}}","amount":{{paid.Amount}},"currency":"PLN","timestamp":1764000000,"status":{{status}},"sign":"{{sign}}"}""";
    }

    public async ValueTask DisposeAsync()
    {
        if (http is not null)
            await http.DisposeAsync();
    }

    private async Task<IResult> Signed(HttpRequest request, Func<JsonElement, IResult> answer)
    {
        if (IsDown)
            return Results.StatusCode(500);
        var who = AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } secret } ? Encoding.UTF8.GetString(Convert.FromBase64String(secret)) : "";
        if (who != $"{Pos}:{ApiKey}")
            return Results.Json(new { error = "Incorrect authentication", code = 401 }, statusCode: 401);
        var body = HttpMethods.IsGet(request.Method) ? default : await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        return LosesAnswers && answer(body) is not null ? Results.StatusCode(502) : answer(body);
    }

    private IResult Register(JsonElement order)
    {
        var (session, amount) = (order.GetProperty("sessionId").GetString()!, order.GetProperty("amount").GetInt32());
        var sign = Sign($$"""{"sessionId":"{{session}}","merchantId":{{Merchant}},"amount":{{amount}},"currency":"PLN","crc":{{Quoted(Crc)}}}""");
        if (order.GetProperty("sign").GetString() != sign || order.GetProperty("merchantId").GetInt32() != Merchant || order.GetProperty("posId").GetInt32() != Pos)
            return Bad("Incorrect CRC value");
        var paid = new Transaction { SessionId = session, Token = Guid.NewGuid().ToString("N").ToUpperInvariant(), Amount = amount, Registered = order };
        return Transactions.TryAdd(session, paid) ? Results.Json(new { data = new { token = paid.Token }, responseCode = 0 }) : Bad("sessionId is not unique");
    }

    private IResult Verify(JsonElement order)
    {
        Interlocked.Increment(ref verifications);
        var (session, number, amount) = (order.GetProperty("sessionId").GetString()!, order.GetProperty("orderId").GetInt64(), order.GetProperty("amount").GetInt32());
        var sign = Sign($$"""{"sessionId":"{{session}}","orderId":{{number}},"amount":{{amount}},"currency":"PLN","crc":{{Quoted(Crc)}}}""");
        if (RefusesToVerify || order.GetProperty("sign").GetString() != sign || !Transactions.TryGetValue(session, out var paid) || (paid.OrderId, paid.Amount, paid.Status) != (number, amount, 1))
            return Bad("Incorrect input data");
        paid.Status = 2;
        return Results.Json(new { data = new { status = "success" }, responseCode = 0 });
    }

    private IResult Refund(JsonElement order)
    {
        var wish = order.GetProperty("refunds").EnumerateArray().Single();
        var (paid, key) = (Transactions[wish.GetProperty("sessionId").GetString()!], order.GetProperty("requestId").GetString()!);
        var refused = RefusesToRefund || paid.Status != 2 || paid.OrderId != wish.GetProperty("orderId").GetInt64() || paid.Amount != wish.GetProperty("amount").GetInt32() || order.GetProperty("refundsUuid").GetString() is not { Length: <= 35 };
        if (refused)
            return Results.Json(new { error = new[] { new { orderId = paid.OrderId, sessionId = paid.SessionId, status = false, message = "Insufficient funds available" } }, code = 409 }, statusCode: 409);
        paid.Status = 3;
        paid.Refunds.Add(key);
        return Results.Json(new { data = new[] { new { orderId = paid.OrderId, sessionId = paid.SessionId, amount = paid.Amount, description = wish.GetProperty("description").GetString(), status = true, message = "success" } }, responseCode = 0 }, statusCode: 201);
    }

    private IResult Find(string session) => Transactions.TryGetValue(session, out var paid)
        ? Results.Json(new { data = new { statement = "p24", orderId = paid.OrderId, sessionId = session, status = paid.Status, amount = paid.Amount, currency = "PLN", date = "202611221300" }, responseCode = 0 })
        : Results.Json(new { error = "Transaction not found", code = 404 }, statusCode: 404);

    private IResult Refunds(long order) => Transactions.Values.FirstOrDefault(t => t.OrderId == order && t.Refunds.Count > 0) is { } paid
        ? Results.Json(new { data = new { orderId = order, sessionId = paid.SessionId, amount = paid.Amount, currency = "PLN", refunds = paid.Refunds.Select(key => new { batchId = 1, requestId = key, date = "2026-11-22", login = "api", description = "", status = 3, amount = paid.Amount }) }, responseCode = 0 })
        : Results.Json(new { error = "Refunds not found", code = 404 }, statusCode: 404);

    private static IResult Bad(string why) => Results.Json(new { error = why, code = 400 }, statusCode: 400);

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Sign(string json) => Convert.ToHexStringLower(SHA384.HashData(Encoding.UTF8.GetBytes(json)));
}
