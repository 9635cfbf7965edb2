using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Norda.Platform.Access;

namespace Norda.Features.Notifications.Stream;

/// <summary>The open line of a page as server-sent events: each has the kind of what is new for its data, and nothing else.</summary>
public static class OpenLine
{
    public const string MediaType = "text/event-stream";

    /// <summary>Whoever was signed out hears nothing after this.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

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
            await GiveBackScope(http);
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

    /// <summary>The scope of the request holds a database context, which an open page would keep for as long as it is open.</summary>
    private static ValueTask GiveBackScope(HttpContext http) => http.Features.Get<IServiceProvidersFeature>() is IAsyncDisposable scope ? scope.DisposeAsync() : default;
}
