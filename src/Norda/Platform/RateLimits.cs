using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Norda.Platform.Access;

namespace Norda.Platform;

/// <summary>
/// Questions to the database are counted by the visitor's address, so that one harvester does not slow the site for all.
/// Answers from the cache, assets and health cost nothing and are not counted. Norda:QuestionsPerMinute; 0 switches it off.
/// Forms are counted by the person who sends them, or by the address of a visitor, whatever they are for: each may cost a hash, a
/// letter or a row. Norda:FormsPerMinute; 0 switches it off.
/// </summary>
public static class RateLimits
{
    public const string Setting = "Norda:QuestionsPerMinute";
    public const string FormsSetting = "Norda:FormsPerMinute";
    private const int Generous = 120;
    private const int VisitorsShare = 4;

    /// <summary>Of one visitor: reports of content come singly.</summary>
    public const int ReportsPerHour = 10;

    /// <summary>Steps of declarations, six to each.</summary>
    public const int DeclarationStepsPerHour = 60;

    private const int Refills = 12;

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var (perMinute, forms) = (builder.Configuration.GetValue(Setting, Generous), builder.Configuration.GetValue(FormsSetting, Generous));
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Visitor(http.Connection.RemoteIpAddress) switch
                {
                    { } visitor when IsReport(http) => RateLimitPartition.GetFixedWindowLimiter("report " + visitor, _ => new FixedWindowRateLimiterOptions { PermitLimit = ReportsPerHour, Window = TimeSpan.FromHours(1) }),
                    { } visitor when IsDeclaration(http) => RateLimitPartition.GetFixedWindowLimiter("declaration " + visitor, _ => new FixedWindowRateLimiterOptions { PermitLimit = DeclarationStepsPerHour, Window = TimeSpan.FromHours(1) }),
                    { } visitor when perMinute > 0 && IsQuestion(http) => RateLimitPartition.GetTokenBucketLimiter(visitor, _ => Bucket(perMinute)),
                    _ => RateLimitPartition.GetNoLimiter(""),
                }),
                PartitionedRateLimiter.Create<HttpContext, string>(http => forms > 0 && SafeRequests.Changes(http.Request) ? Sender(http, forms) : RateLimitPartition.GetNoLimiter("")));
            limits.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>After the output cache: what it answers does not count.</summary>
    public static void UseRateLimits(this WebApplication app) => app.UseRateLimiter();

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / Refills),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Refills,
        QueueLimit = 0,
    };

    /// <summary>A visitor has a quarter of what a person has: a whole meeting behind one address registers without waiting, a machine does not.</summary>
    private static RateLimitPartition<string> Sender(HttpContext http, int forms)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person)
            return RateLimitPartition.GetTokenBucketLimiter("person " + person, _ => Bucket(forms));
        return Visitor(http.Connection.RemoteIpAddress) is { } visitor
            ? RateLimitPartition.GetTokenBucketLimiter(visitor, _ => Bucket(Math.Max(1, forms / VisitorsShare)))
            : RateLimitPartition.GetNoLimiter("");
    }

    private static bool IsQuestion(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Directory or Resource.Search };

    /// <summary>A form that anybody may send without an account.</summary>
    private static bool IsReport(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Report };

    /// <summary>A step of a declaration: each may cost a draft, the last one letters.</summary>
    private static bool IsDeclaration(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Declaration, Act: Act.Create };

    /// <summary>
    /// Who is counted: an address, or the network of 64 bits that one subscriber has in IPv6. A private address is this
    /// machine, the office, or a proxy that does not say whom it speaks for: counting it would shut out everybody behind it.
    /// </summary>
    internal static string? Visitor(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal)
            return null;
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] ? null : address.ToString();
        return Convert.ToHexString(bytes.AsSpan(0, 8));
    }
}
