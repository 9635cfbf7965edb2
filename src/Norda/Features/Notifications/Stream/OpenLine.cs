using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Norda.Platform.Access;

namespace Norda.Features.Notifications.Stream;

/// <summary>The open line of a page as server-sent events: each has the kind of what is new for its data, and nothing else.</summary>
public static class OpenLine
{
    public const string MediaType = "text/event-stream";

    /// <summary>Whoever was signed out hears nothing after this.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private static readonly ClaimsPrincipal Nobody = new();

    private static readonly byte[] Hello = ": \n\n"u8.ToArray();

    public static async Task Open(HttpContext http, LiveFeed feed, Me me, TimeProvider clock)
    {
        if (me.Id is not { } person || !http.Request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var page = feed.Open(person, clock.GetUtcNow() + Life);
        try
        {
            await LetGo(http);
            await Write(http, Hello);
            await foreach (var word in page.Words.Reader.ReadAllAsync(http.RequestAborted))
                await Write(http, word.Length == 0 ? Hello : Encoding.ASCII.GetBytes($"data: {word}\n\n"));
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The browser went elsewhere: nobody is left to be told.
        }
        finally
        {
            feed.Close(page);
        }
    }

    private static async Task Write(HttpContext http, byte[] bytes)
    {
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    /// <summary>
    /// What the request came with is of no use to a page that only listens, and it listens for a quarter of an hour: the services (a database
    /// context among them), the person, the tickets, the headers with their cookies.
    /// </summary>
    private static async ValueTask LetGo(HttpContext http)
    {
        if (http.Features.Get<IServiceProvidersFeature>() is IAsyncDisposable scope)
            await scope.DisposeAsync();
        http.Features.Set<IServiceProvidersFeature>(null);
        http.Features.Set<IAuthenticateResultFeature>(null);
        http.Features.Set<IRequestCookiesFeature>(null);
        http.User = Nobody;
        http.Items.Clear();
        http.Request.Headers.Clear();
    }
}
