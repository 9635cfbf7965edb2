using Microsoft.Security.AntiSSRF;

namespace Norda.Features.Directory.Links;

public static class LinksModule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Addresses come from people, so the client opens none of this machine or this network, whatever name leads there.</summary>
    public static void AddLinks(this IServiceCollection services)
    {
        services.AddScoped<CheckLinks>().AddScoped<ProbeLink>();
        services.AddHttpClient(ProbeLink.Client, http =>
        {
            http.Timeout = Patience;
            http.MaxResponseContentBufferSize = 64 * 1024;
            http.DefaultRequestHeaders.UserAgent.ParseAdd("NordaBiznesPartner/1.0");
        }).ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true }.GetHandler();
            handler.AllowAutoRedirect = false;
            return handler;
        });
    }
}
