using System.Globalization;
using System.Net;
using Microsoft.Security.AntiSSRF;

namespace Norda.Features.Directory.Links;

/// <summary>Asks one address through the guarded client, following at most three redirects.</summary>
public class ProbeLink(IHttpClientFactory clients)
{
    public const string Client = "links";
    private const int MostHops = 3;
    private const int MostBytes = 2 * 1024 * 1024;

    /// <returns>ok, redirect (it answers elsewhere), the HTTP status, or why nothing answers; and whether the page is there, null when that cannot be said.</returns>
    public async Task<(string Status, bool? Lives)> Run(string address, CancellationToken cancel)
    {
        try
        {
            var http = clients.CreateClient(Client);
            var at = new Uri(address);
            for (var hop = 0; hop <= MostHops; hop++)
            {
                using var answer = await http.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, cancel);
                if (answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400)
                {
                    at = new Uri(at, next);
                    continue;
                }

                return Read(answer, elsewhere: hop > 0 && at.Host != new Uri(address).Host);
            }

            return ("redirect_loop", false);
        }
        catch (Exception fault) when (fault is HttpRequestException or AntiSSRFException or UriFormatException or NotSupportedException or ArgumentException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return (fault is OperationCanceledException ? "timeout" : fault is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } ? "no_such_host" : "unreachable", false);
        }
    }

    /// <summary>Networks refuse robots with 401, 403, 429 or 999: that says nothing about the page.</summary>
    private static (string, bool?) Read(HttpResponseMessage answer, bool elsewhere) => answer.StatusCode switch
    {
        _ when answer.Content.Headers.ContentLength > MostBytes => ("too_large", null),
        HttpStatusCode.OK or HttpStatusCode.NoContent => (elsewhere ? "redirect" : "ok", true),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => (Number(answer), false),
        _ => (Number(answer), null),
    };

    private static string Number(HttpResponseMessage answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}
