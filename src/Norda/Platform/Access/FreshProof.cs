namespace Norda.Platform.Access;

/// <summary>
/// A session that has been open for hours is not enough here: the person proves once more who sits there, by password, code, key or
/// provider, and comes back. Read by <see cref="FreshProof.AskForFreshProof"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshProofAttribute : Attribute
{
    /// <summary>The page asks for the password itself, with each form; who has none proves in another way before.</summary>
    public bool OnlyWithoutPassword { get; set; }
}

public static class FreshProof
{
    public const string Page = "/konto/potwierdz";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>A form that was opened with a fresh proof may be filled in for as long again: nothing typed is lost.</summary>
    private static readonly TimeSpan Patience = 2 * Fresh;

    public static bool IsFresh(this Me me, TimeProvider clock) => me.IsProvenSince(clock.GetUtcNow().UtcDateTime - Fresh);

    public static T AsksForFreshProof<T>(this T endpoint) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new FreshProofAttribute());

    /// <summary>After the door: who may not come in at all is not asked.</summary>
    public static void AskForFreshProof(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FreshProofAttribute>() is not { } asked || !IsMissing(http, asked))
            return next(http);
        var request = http.Request;
        // What was typed is gone, so a form leads back to its page, not to its handler.
        var back = request.PathBase + request.Path + (SafeRequests.Changes(request) ? QueryString.Empty : request.QueryString);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect($"{request.PathBase}{Page}{QueryString.Create("powrot", back)}");
        return Task.CompletedTask;
    });

    private static bool IsMissing(HttpContext http, FreshProofAttribute asked)
    {
        var (me, clock) = (http.RequestServices.GetRequiredService<Me>(), http.RequestServices.GetRequiredService<TimeProvider>());
        if (!me.IsSignedIn || asked.OnlyWithoutPassword && me.HasPassword)
            return false;
        return !me.IsProvenSince(clock.GetUtcNow().UtcDateTime - (SafeRequests.Changes(http.Request) ? Patience : Fresh));
    }
}
