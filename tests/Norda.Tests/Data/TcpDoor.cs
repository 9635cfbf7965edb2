using System.Net;
using System.Net.Sockets;

namespace Norda.Tests.Data;

/// <summary>A door to the database server that can be shut and opened: how a server that goes away looks to the application.</summary>
public sealed class TcpDoor(string host, int port) : IAsyncDisposable
{
    private TcpListener? listener;
    private CancellationTokenSource open = new();

    /// <summary>Nobody listens here until the door is opened.</summary>
    public int Port { get; } = FreePort();

    public void Open()
    {
        open = new CancellationTokenSource();
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = Welcome(listener, open.Token);
    }

    /// <summary>Refuses newcomers and throws out those who are inside.</summary>
    public async Task Shut()
    {
        listener?.Stop();
        await open.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Shut();
        listener?.Dispose();
        open.Dispose();
    }

    private async Task Welcome(TcpListener door, CancellationToken shut)
    {
        try
        {
            while (!shut.IsCancellationRequested)
                _ = Serve(await door.AcceptTcpClientAsync(shut), shut);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // shut
        }
    }

    private async Task Serve(TcpClient guest, CancellationToken shut)
    {
        try
        {
            using var inside = guest;
            using var server = new TcpClient();
            await server.ConnectAsync(host, port, shut);
            await Task.WhenAny(guest.GetStream().CopyToAsync(server.GetStream(), shut), server.GetStream().CopyToAsync(guest.GetStream(), shut));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // either side left
        }
    }

    private static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
