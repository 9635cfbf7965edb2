using Microsoft.Extensions.Primitives;
using Norda.Platform.Access;

namespace Norda.Platform;

/// <summary>
/// What the browser may do with our answers. Written as the answer starts, so that error pages have them too;
/// an endpoint that sets one of these itself keeps its own.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, StringValues>[] Documents =
    [
        new("Content-Security-Policy", ContentPolicy),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ];

    private readonly bool _strictTransport = !environment.IsDevelopment();

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Asset })
            return Task.CompletedTask; // the rest governs documents; on each small file it would be a sixth of the first view
        foreach (var (name, value) in Documents)
            headers.TryAdd(name, value);
        if (context.Response is { StatusCode: StatusCodes.Status200OK, ContentType: { } type } && type.StartsWith("text/html", StringComparison.Ordinal))
            headers.TryAdd("Speculation-Rules", $"\"{PageHeaders.RulesAddress}\"");
        if (context.User.Identity?.IsAuthenticated == true)
            headers.TryAdd("Cache-Control", "no-store"); // the next person at this computer does not find it by the back button
        if (_strictTransport && context.Request.IsHttps)
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        return Task.CompletedTask;
    }
}
