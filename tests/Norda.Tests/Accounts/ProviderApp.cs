using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Norda.Tests.Accounts;

/// <summary>The application beside a provider that really signs, on the world's clock, by which tokens are made.</summary>
public sealed class ProviderApp : TestApp
{
    internal OpenIdProvider Provider { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Norda:Oidc:0:Name", "Dostawca");
        builder.UseSetting("Norda:Oidc:0:Authority", Provider.Authority);
        builder.UseSetting("Norda:Oidc:0:ClientId", OpenIdProvider.ClientId);
        builder.UseSetting("Norda:Oidc:0:ClientSecret", OpenIdProvider.Secret);
        builder.ConfigureTestServices(services => services.AddSingleton(TimeProvider.System));
    }
}

internal static class ThroughProvider
{
    /// <summary>From our button to the provider and back again, as a browser goes.</summary>
    public static async Task<HttpResponseMessage> Enter(this HttpClient browser, string? back = null) => await browser.GetAsync(await browser.AnswerOfProvider(back));

    public static async Task<string> AnswerOfProvider(this HttpClient browser, string? back = null)
    {
        var asked = await browser.GetAsync("/logowanie/przez/0" + (back is null ? "" : "?powrot=" + Uri.EscapeDataString(back)));
        using var outside = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var question = new HttpRequestMessage(HttpMethod.Get, asked.Headers.Location);
        var answered = await outside.SendAsync(question, CancellationToken.None);
        return answered.Headers.Location?.PathAndQuery ?? throw new InvalidOperationException(await answered.Content.ReadAsStringAsync());
    }
}
