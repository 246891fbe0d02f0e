namespace TorchSharp;

public static partial class torch
{
    public enum ScalarType { Byte, Int64, Float32, Float64, Bool }

    public class Device
    {
        public Device(string description) => throw StandIn.CannotRun();
    }

    public class TensorIndex
    {
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => throw StandIn.CannotRun();
    }

    public class Scalar
    {
        public static implicit operator Scalar(double value) => throw StandIn.CannotRun();

        public static implicit operator Scalar(long value) => throw StandIn.CannotRun();
    }

    public class Tensor : IDisposable
    {
        public long[] shape => throw StandIn.CannotRun();

        public bool requires_grad { get; set; }

        public Tensor grad { get; set; }

        public Tensor this[params TensorIndex[] indices] => throw StandIn.CannotRun();

        public Tensor this[long i] => throw StandIn.CannotRun();

        public static Tensor operator +(Tensor left, Tensor right) => throw StandIn.CannotRun();

        public static Tensor operator -(Tensor left, Tensor right) => throw StandIn.CannotRun();

        public static Tensor operator -(Tensor left) => throw StandIn.CannotRun();

        public static Tensor operator *(Tensor left, Tensor right) => throw StandIn.CannotRun();

        public static Tensor operator *(Tensor left, Scalar right) => throw StandIn.CannotRun();

        public static Tensor operator *(Scalar left, Tensor right) => throw StandIn.CannotRun();

        public static Tensor operator /(Tensor left, Scalar right) => throw StandIn.CannotRun();

        public void backward(IList<Tensor> grad_tensors = null, bool create_graph = false, bool retain_graph = false, IList<Tensor> inputs = null) => throw StandIn.CannotRun();

        public Tensor requires_grad_(bool requires_grad = true) => throw StandIn.CannotRun();

        public Tensor detach() => throw StandIn.CannotRun();

        public Tensor to(Device device, bool disposeAfter = false, bool non_blocking = false) => throw StandIn.CannotRun();

        public Tensor cpu(bool disposeAfter = false) => throw StandIn.CannotRun();

        public Tensor argmax(long dim, bool keepdim = false) => throw StandIn.CannotRun();

        public Tensor eq(Tensor right) => throw StandIn.CannotRun();

        public Tensor sum(ScalarType? type = null) => throw StandIn.CannotRun();

        public Tensor mean() => throw StandIn.CannotRun();

        public Tensor pow(Scalar exponent) => throw StandIn.CannotRun();

        public Tensor sign() => throw StandIn.CannotRun();

        public Tensor clone() => throw StandIn.CannotRun();

        public Tensor zero_() => throw StandIn.CannotRun();

        public Tensor view(params long[] shape) => throw StandIn.CannotRun();

        public Tensor reshape(params long[] shape) => throw StandIn.CannotRun();

        public Tensor squeeze(long dim) => throw StandIn.CannotRun();

        public Tensor unsqueeze(long dim) => throw StandIn.CannotRun();

        public Tensor softmax(long dim) => throw StandIn.CannotRun();

        public Tensor sigmoid() => throw StandIn.CannotRun();

        public Tensor relu() => throw StandIn.CannotRun();

        public long size(int dim) => throw StandIn.CannotRun();

        public T item<T>()
            where T : unmanaged => throw StandIn.CannotRun();

        public Tensor MoveToOuterDisposeScope() => throw StandIn.CannotRun();

        public Tensor sub_(Tensor target, Scalar alpha) => throw StandIn.CannotRun();

        public void Dispose() => throw StandIn.CannotRun();
    }

    public class DisposeScope : IDisposable
    {
        public void Dispose() => throw StandIn.CannotRun();
    }

    public class Generator : IDisposable
    {
        public void Dispose() => throw StandIn.CannotRun();
    }

    public static readonly Device CPU = null;

    public static readonly Device CUDA = null;

    public static readonly ScalarType float32 = ScalarType.Float32;

    public static readonly ScalarType int64 = ScalarType.Int64;

    public static DisposeScope NewDisposeScope() => throw StandIn.CannotRun();

    public static Generator manual_seed(long seed) => throw StandIn.CannotRun();

    public static IDisposable no_grad() => throw StandIn.CannotRun();

    public static IDisposable inference_mode(bool mode = true) => throw StandIn.CannotRun();

    public static IDisposable enable_grad(bool enabled = true) => throw StandIn.CannotRun();

    public static IDisposable set_grad_enabled(bool mode = true) => throw StandIn.CannotRun();

    public static Tensor randn(long size, Device device = null, bool requires_grad = false) => throw StandIn.CannotRun();

    public static Tensor randn(long rows, long columns, Device device = null, bool requires_grad = false) => throw StandIn.CannotRun();

    public static Tensor zeros(long size, Device device = null) => throw StandIn.CannotRun();

    public static Tensor ones(long size, Device device = null) => throw StandIn.CannotRun();

    public static Tensor full(long size, Scalar value, Device device = null) => throw StandIn.CannotRun();

    public static Tensor tensor(float[] values, Device device = null) => throw StandIn.CannotRun();

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => throw StandIn.CannotRun();

    public static Tensor log(Tensor value) => throw StandIn.CannotRun();

    public static Tensor softmax(Tensor input, long dim) => throw StandIn.CannotRun();

    public static class cuda
    {
        public static bool is_available() => throw StandIn.CannotRun();
    }

    public static class random
    {
        public static Generator manual_seed(long seed) => throw StandIn.CannotRun();
    }

    public static class autograd
    {
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor> grad_outputs = null, bool retain_graph = false) => throw StandIn.CannotRun();

        public static void backward(IList<Tensor> tensors, IList<Tensor> grad_tensors = null, bool? retain_graph = null) => throw StandIn.CannotRun();
    }
}
