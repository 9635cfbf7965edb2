using Norda.Features.Directory.Demo;
using Norda.Platform;

namespace Norda.Tests;

/// <summary>The application with the demo chamber in it: 128 firms.</summary>
public sealed class DemoApp : TestApp
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Run<FillWithDemo, Outcome>(verb => verb.Run(CancellationToken.None));
    }
}
