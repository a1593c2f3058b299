from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'extension_def.xml.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_role_refs = resolve('role_refs')
    l_0_role = resolve('role')
    l_0_locators = resolve('locators')
    l_0_arcs = resolve('arcs')
    pass
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<link:linkbase\n  xmlns:link="http://www.xbrl.org/2003/linkbase"\n  xmlns:xlink="http://www.w3.org/1999/xlink">\n'
    for (l_1_uri, l_1_href) in (undefined(name='role_refs') if l_0_role_refs is missing else l_0_role_refs):
        _loop_vars = {}
        pass
        yield '  <link:roleRef roleURI="'
        yield escape(l_1_uri)
        yield '" xlink:type="simple" xlink:href="'
        yield escape(l_1_href)
        yield '"/>\n'
    l_1_uri = l_1_href = missing
    yield '  <link:arcroleRef arcroleURI="http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower" xlink:type="simple" xlink:href="http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd#wider-narrower"/>\n  <link:definitionLink xlink:type="extended" xlink:role="'
    yield escape((undefined(name='role') if l_0_role is missing else l_0_role))
    yield '">\n'
    for (l_1_id, l_1_href) in (undefined(name='locators') if l_0_locators is missing else l_0_locators):
        _loop_vars = {}
        pass
        yield '    <link:loc xlink:type="locator" xlink:href="'
        yield escape(l_1_href)
        yield '" xlink:label="'
        yield escape(l_1_id)
        yield '"/>\n'
    l_1_id = l_1_href = missing
    for (l_1_wider, l_1_narrower, l_1_order) in (undefined(name='arcs') if l_0_arcs is missing else l_0_arcs):
        _loop_vars = {}
        pass
        yield '    <link:definitionArc xlink:type="arc" xlink:arcrole="http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower" xlink:from="'
        yield escape(l_1_wider)
        yield '" xlink:to="'
        yield escape(l_1_narrower)
        yield '" order="'
        yield escape(l_1_order)
        yield '"/>\n'
    l_1_wider = l_1_narrower = l_1_order = missing
    yield '  </link:definitionLink>\n</link:linkbase>\n'

blocks = {}
debug_info = '5=16&6=20&9=26&10=28&11=32&13=37&14=41'