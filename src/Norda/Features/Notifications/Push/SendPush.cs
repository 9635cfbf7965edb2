using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Security.AntiSSRF;
using Norda.Data;
using Norda.Features.Notifications.Mailing;
using Norda.Platform;

namespace Norda.Features.Notifications.Push;

/// <summary>
/// Shows what is new on people's devices, outside their quiet hours. Each notice is claimed before it is sent, so that it is shown at
/// most once; a push server that is away gets no second try, for the notice waits on the page. A browser that is gone is forgotten.
/// </summary>
public class SendPush(AppDb db, PushKeys keys, IHttpClientFactory clients, TimeProvider clock, IStringLocalizer<Texts> texts, ILogger<SendPush> log)
{
    public const string Client = "push";
    private const int PeopleAtOnce = 100;
    private const int MostShown = 3;
    private const int SecondsKept = 86_400;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>How many devices were told.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var person in (await Claim(cancel)).GroupBy(n => n.UserId))
        {
            var devices = await db.Set<PushSubscription>().AsNoTracking().Where(d => d.UserId == person.Key && db.Users.Any(u => u.Id == d.UserId && u.IsActive)).ToListAsync(cancel);
            foreach (var device in devices)
                foreach (var message in Messages([.. person]))
                    sent += await Send(device, message, cancel) ? 1 : 0;
        }

        return sent;
    }

    private async Task<List<DuePush>> Claim(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var fresh = now - Fresh;
        var waiting = db.Set<UserNotification>().Where(n => n.IsPushDue && !n.IsRead && n.CreatedAt > fresh).OutsideQuietHours(db, now);
        var people = await waiting.Select(n => n.UserId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancel);
        var due = await waiting.Where(n => people.Contains(n.UserId)).OrderBy(n => n.Id).Select(n => new DuePush(n.Id, n.UserId, n.Title, n.Message, n.ActionUrl)).ToListAsync(cancel);
        var claimed = new List<DuePush>();
        foreach (var notice in due)
            if (await db.Set<UserNotification>().Where(n => n.Id == notice.Id && n.IsPushDue).ExecuteUpdateAsync(n => n.SetProperty(x => x.IsPushDue, false), cancel) == 1)
                claimed.Add(notice);
        return claimed;
    }

    /// <summary>After a quiet night one line instead of twenty.</summary>
    private IEnumerable<string> Messages(List<DuePush> notices) => notices.Count > MostShown
        ? [Json(texts["Nowe powiadomienia: {0}", notices.Count], notices[^1].Title, "/powiadomienia", "norda")]
        : notices.Select(n => Json(n.Title, n.Message, n.ActionUrl, $"norda-{n.Id}"));

    private static string Json(string title, string? body, string? url, string tag) =>
        JsonSerializer.Serialize(new { title, body = body is { Length: > 300 } ? body[..300] + "…" : body, url, tag }, Plain);

    private async Task<bool> Send(PushSubscription device, string message, CancellationToken cancel)
    {
        try
        {
            var endpoint = new Uri(device.Endpoint);
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(PushMessage.Seal(message, device.P256dh, device.Auth)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentEncoding.Add("aes128gcm");
            request.Headers.TryAddWithoutValidation("Authorization", "vapid " + await keys.Signature(endpoint, cancel));
            request.Headers.Add("TTL", $"{SecondsKept}");
            using var answer = await clients.CreateClient(Client).SendAsync(request, cancel);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                await db.Set<PushSubscription>().Where(d => d.Id == device.Id).ExecuteDeleteAsync(cancel);
            else if (!answer.IsSuccessStatusCode)
                log.LogWarning("Push server {Host} answers {Status}", endpoint.Host, (int)answer.StatusCode);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or AntiSSRFException or UriFormatException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("Push to device {Id} failed: {Reason}", device.Id, fault.Message);
            return false;
        }
    }

    private sealed record DuePush(int Id, int UserId, string Title, string? Message, string? ActionUrl);
}

/// <summary>The client that reaches push servers: their addresses come from browsers, so it opens none of this machine or this network.</summary>
internal static class PushClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddPushClient(this IServiceCollection services) => services.AddHttpClient(SendPush.Client, http =>
    {
        http.Timeout = Patience;
        http.MaxResponseContentBufferSize = 64 * 1024;
        http.DefaultRequestHeaders.UserAgent.ParseAdd("NordaBiznesPartner/1.0");
    }).ConfigurePrimaryHttpMessageHandler(() =>
    {
        var handler = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).GetHandler();
        handler.AllowAutoRedirect = false;
        return handler;
    });
}
