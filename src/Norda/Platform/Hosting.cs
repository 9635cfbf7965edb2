using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Norda.Platform.Access;

namespace Norda.Platform;

/// <summary>What every page and every call shares: host, languages, compression, errors.</summary>
public static class Hosting
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        // Content lies beside the binary, so that the published app runs from any folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 32 * 1024; // a pasted page in the search box gets an answer, not a bare 414
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        return builder;
    }

    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        RefuseInvariantCulture();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLocalization();
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddOutputCache(cache =>
        {
            cache.AddBasePolicy(policy => policy.NoCache());
            cache.SizeLimit = 16 * 1024 * 1024; // some 500 pages, each for a minute; by default whoever asks much fills 100 MB
        });
        builder.Services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        builder.Services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.AddSavedSettings();
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<SiteOptions>>(KnowOwnHost);
        builder.AddRateLimits();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLanguage>();
        app.UseResponseCompression();
        app.UseStatusCodePages(ErrorAnswers.Write);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, StatusCodeSelector = StatusOf }); // sets the status; the line above writes the answer
        app.RefuseNul();
        app.RefuseTrace();
        app.UseRouting();
    }

    /// <summary>
    /// Once the site knows its address, it answers to no other name but this machine's own (health checks, the proxy beside it), unless
    /// AllowedHosts says otherwise.
    /// </summary>
    private static void KnowOwnHost(HostFilteringOptions hosts, IOptions<SiteOptions> site)
    {
        if (site.Value.PublicUrl is { } own && hosts.AllowedHosts is null or [] or ["*"])
            hosts.AllowedHosts = [new Uri(own).Host, "localhost", "127.0.0.1", "[::1]"];
    }

    /// <summary>A parameter that cannot be read is the caller's fault, also where the framework throws it (Development).</summary>
    private static int StatusOf(Exception fault) => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>Polish sorting, plurals and dates need ICU; without it they would be silently wrong.</summary>
    private static void RefuseInvariantCulture()
    {
        if (new CultureInfo("pl-PL").DateTimeFormat.GetMonthName(1) != "styczeń")
            throw new UsageException("Brak danych językowych (ICU). Zainstaluj pakiet libicu i nie ustawiaj DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
