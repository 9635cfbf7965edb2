using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Norda.Features.Fees.Online;

/// <summary>
/// Calls Przelewy24. Its address is configuration, not what people type, so the client is a plain one: it follows no redirects, waits ten
/// seconds and reads 64 KB.
/// </summary>
public sealed class Przelewy24Client(IHttpClientFactory clients, IOptions<Przelewy24Options> options, ILogger<Przelewy24Client> log)
{
    private const string Name = "przelewy24";
    private const int MostBytes = 64 * 1024;
    private const int LongestReason = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Configure(IServiceCollection services) => services.AddHttpClient(Name, http =>
    {
        http.Timeout = Patience;
        http.MaxResponseContentBufferSize = MostBytes;
    }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <returns>The answer and its "data".</returns>
    public async Task<(OperatorAnswer Answer, JsonElement Data)> Send(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, $"{options.Value.Origin}/api/v1/{path}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.Shop}:{options.Value.ApiKey}")));
            if (body is not null)
                request.Content = JsonContent.Create(body);
            using var answer = await clients.CreateClient(Name).SendAsync(request, cancel);
            return Read(answer.StatusCode, path, await answer.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("Przelewy24 {Path} does not answer: {Reason}", path, fault.Message);
            return (new(OperatorWord.Away, fault is OperationCanceledException ? "timeout" : Short(fault.Message)), default);
        }
    }

    /// <summary>A refused sign-in is our keys' fault and may be mended, so it is no answer to the question.</summary>
    private (OperatorAnswer, JsonElement) Read(HttpStatusCode status, string path, byte[] body)
    {
        if ((int)status is >= 200 and < 300)
        {
            using var document = JsonDocument.Parse(body);
            return (new(OperatorWord.Done), document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("data", out var data) ? data.Clone() : default);
        }

        var reason = $"{(int)status} {Short(Encoding.UTF8.GetString(body))}".Trim();
        log.LogWarning("Przelewy24 {Path} answers {Reason}", path, reason);
        return (new(status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict ? OperatorWord.Refused : OperatorWord.Away, reason), default);
    }

    private static string Short(string text) => text.Length > LongestReason ? text[..LongestReason] : text;
}
